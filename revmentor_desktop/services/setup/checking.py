"""What a draft lacks, with everything that the rules ask about looked up."""

from __future__ import annotations

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.problems import Problem, problems
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.reading import taken_names
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today


def problems_of(data: DataFile, draft: Draft) -> tuple[Problem, ...]:
    """Return what the draft lacks, in the order of the steps."""
    is_free = free_days(draft.plan.schedule)
    return problems(draft, taken_names(data), is_free, today())

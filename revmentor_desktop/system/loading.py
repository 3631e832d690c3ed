"""Loading of modules at the moment of their first use rather than of their import."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def put_off(*names: str) -> None:
    """Let each of these modules, when it is imported, be loaded at its first use only.

    For what a library imports in case of need and the program does not wait for. A module that
    is there already, or that is not installed, stays as it is. Modules of a package that is put
    off are imported without it. (`importlib.util.LazyLoader` does not do here: a second import of
    the module, which is the point, makes it load.)
    """
    for name in names:
        if name not in sys.modules:
            spec = find_spec(name)
            if spec is not None:
                _stand_in(name, spec.submodule_search_locations)


def _stand_in(name: str, places: list[str] | None) -> None:
    module = _PutOff(name)
    if places is not None:
        module.__path__ = places
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


class _PutOff(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)

"""Everything that is seen, and the only room with Qt.

Pages ask `services` for frozen values and show them; changes go through ``Context.run``. Feature
folders (home, people, pairing, documents, programme, start) never import each other: the shell
wires them. `widgets` holds reusable pieces that know nothing of mentoring.
"""

from revmentor_desktop.ui.pyside import prepare

# Whatever of this package is imported first: this comes before it, and before the first use of Qt.
prepare()

"""One package per task of the officer, one function per action, each owning its transaction.

Modules named ``reading`` ask (plain SQL in, frozen values of `domain` out, quick to import);
modules named ``writing`` change (through SQLModel, which is loaded when the first change is made).
"""

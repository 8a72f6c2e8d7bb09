"""What is known of objects of the project's classes, their attributes and methods?"""

from tests.unit.interpret.programs import check


def test_attributes_of_classes_and_instances() -> None:
    check(
        """
        class Base:
            path = "base.pkl"
            table = {"a": 1}
            def where(self):
                return self.path
        class Child(Base):
            path = "child.pkl"
        class Other(Base):
            pass
        pickle.loads(Child.path)  #= 'child.pkl'
        pickle.loads(Base.table["a"])  #= 1
        pickle.loads(Child().where())  #= 'child.pkl'
        pickle.loads(Other().where())  #= 'base.pkl'
        c = Child()
        c.path = "own.pkl"
        pickle.loads(c.where())  #= 'own.pkl'
        pickle.loads(Child().path)  #= 'child.pkl'
        """
    )


def test_state_is_known_to_later_methods() -> None:
    check(
        """
        class Model:
            def __init__(self, path, kind="x"):
                self.path = path
                self.kind = kind
                self.parts = []
                self.setup()
            def setup(self):
                self.extra = self.kind + "!"
            def add(self, part):
                self.parts.append(part)
                return self
            def load(self):
                pickle.loads(self.path)  #= 'm.pkl' ; @parameter:path ?
                pickle.loads(self.extra)  #= 'x!' ; <str> @parameter:kind ?
                return self.parts
        m = Model("m.pkl")
        pickle.loads(m.add("p").add("q").load()[1])  #= 'q'
        """
    )


def test_properties_static_and_class_methods() -> None:
    check(
        """
        import functools
        class C:
            root = "r/"
            def __init__(self, name):
                self.name = name
            @property
            def path(self):
                return self.root + self.name
            @functools.cached_property
            def cached(self):
                return self.path + "?"
            @staticmethod
            def join(a, b):
                return a + b
            @classmethod
            def make(cls, name):
                return cls(name)
            def __call__(self, x):
                return x + self.name
            def __getitem__(self, key):
                return key * 2
            def __len__(self):
                return 3
            def __enter__(self):
                return self.name
        c = C("n")
        pickle.loads(c.path)  #= 'r/n'
        pickle.loads(c.cached)  #= 'r/n?'
        pickle.loads(C.join("a", "b"))  #= 'ab'
        pickle.loads(c.join("a", "b"))  #= 'ab'
        pickle.loads(C.make("k").path)  #= 'r/k'
        pickle.loads(c("x"))  #= 'xn'
        pickle.loads(c["k"])  #= 'kk'
        """
    )


def test_inheritance_and_super() -> None:
    check(
        """
        class A:
            def __init__(self, x):
                self.x = x
            def name(self):
                return "A"
            def run(self):
                return self.hook()
            def hook(self):
                raise NotImplementedError
        class B(A):
            def __init__(self, x):
                super().__init__(x + 1)
                self.y = 2
            def name(self):
                return super().name() + "B"
            def hook(self):
                return "hooked"
        class M:
            def name(self):
                return "M"
        class C(M, B):
            def name(self):
                return super(C, self).name() + "C"
        b = B(1)
        pickle.loads((b.x, b.y, b.name(), b.run()))  #= (2, 2, 'AB', 'hooked')
        pickle.loads(C(5).name())  #= 'MC'
        pickle.loads(C(5).x)  #= 6
        """
    )


def test_super_in_a_method_that_was_inherited_starts_at_the_class_it_stands_in() -> None:
    check(
        """
        class A:
            def f(self):
                return "A"
        class B(A):
            def f(self):
                return super().f() + "B"
        class C(B):
            pass
        class D(C):
            def f(self):
                return super().f() + "D"
        pickle.loads(D().f())  #= 'ABD'
        """
    )


def test_dataclasses_and_named_tuples() -> None:
    check(
        """
        from dataclasses import dataclass, field, replace
        from typing import NamedTuple
        @dataclass
        class Config:
            path: str
            kind: str = "k"
            parts: list = field(default_factory=list)
            def full(self):
                return self.path + self.kind
        c = Config("p", kind="q")
        pickle.loads((c.path, c.kind, c.full()))  #= ('p', 'q', 'pq')
        pickle.loads(Config("p").full())  #= 'pk'
        @dataclass
        class More(Config):
            extra: int = 3
        pickle.loads((More("z").full(), More("z").extra))  #= ('zk', 3)
        class Pair(NamedTuple):
            a: str
            b: str = "b"
        p = Pair("a")
        pickle.loads(p.a + p.b)  #= 'ab'
        """
    )


def test_two_instances_have_their_own_state() -> None:
    check(
        """
        class Box:
            def __init__(self, x):
                self.x = x
        a, b = Box(1), Box(2)
        pickle.loads((a.x, b.x))  #= (1, 2)
        a.x = 3
        pickle.loads((a.x, b.x))  #= (3, 2)
        boxes = [Box(i) for i in range(3)]
        pickle.loads(boxes[0].x)  #= 0
        def make(x):
            return Box(x)
        c, d = make(5), make(6)
        pickle.loads((c.x, d.x))  #= (5, 6)
        """
    )


def test_a_class_made_in_a_function_and_classes_as_values() -> None:
    check(
        """
        class A:
            tag = "A"
        class B:
            tag = "B"
        def pick(flag):
            return A if flag else B
        pickle.loads(pick(unknown()).tag)  #= 'A' | 'B'
        REGISTRY = {"a": A, "b": B}
        pickle.loads(REGISTRY["b"]().tag)  #= 'B'
        pickle.loads(type(A()).tag)  #= 'A'
        pickle.loads(A().__class__.tag)  #= 'A'
        def local():
            class Inner:
                def get(self):
                    return "inner"
            return Inner()
        pickle.loads(isinstance(A(), A))  #= True
        """
    )


def test_what_init_set_to_none_may_have_been_set_since() -> None:
    check(
        """
        class Service:
            def __init__(self):
                self.model = None
                self.name = "n"
            def load(self):
                self.model = make()
            def use(self):
                if self.model is None:
                    pickle.loads("none")  #= 'none'
                else:
                    pickle.loads("set")  #= 'set'
                pickle.loads(self.name)  #= 'n'
        """
    )


def test_enums_are_their_members() -> None:
    check(
        """
        import enum
        class Kind(str, enum.Enum):
            A = "a.pkl"
        pickle.loads(Kind.A.value)  #= 'a.pkl'
        """
    )

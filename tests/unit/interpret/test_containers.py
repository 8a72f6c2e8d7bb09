"""What is known of the members of dicts, lists, sets and tuples, and of those who share them?"""

from tests.unit.interpret.programs import check


def test_members_by_key() -> None:
    check(
        """
        d = {"a": 1, "b": {"c": [2, 3]}, 4: "four"}
        pickle.loads(d["a"])  #= 1
        pickle.loads(d["b"]["c"][1])  #= 3
        pickle.loads(d["b"]["c"][-1])  #= 3
        pickle.loads(d[4])  #= 'four'
        d["a"] = 5
        d["new"] = 6
        d["b"]["c"][0] = 7
        pickle.loads(d["a"] + d["new"] + d["b"]["c"][0])  #= 18
        t = (1, ("x", "y"))
        pickle.loads(t[1][0])  #= 'x'
        pickle.loads(t[-1][-1])  #= 'y'
        pickle.loads(t[0:1])  #= (1)
        """
    )


def test_methods_of_dicts() -> None:
    check(
        """
        d = dict(a=1, b=2)
        pickle.loads(d.get("a"))  #= 1
        pickle.loads(d.get("z"))  #= None
        pickle.loads(d.get("z", 9))  #= 9
        d.update({"b": 3}, c=4)
        pickle.loads(d["b"] + d["c"])  #= 7
        d.update([("e", 5)])
        pickle.loads(d["e"])  #= 5
        pickle.loads(d.pop("c"))  #= 4
        pickle.loads(d.get("c"))  #= None
        pickle.loads("c" in d)  #= False
        pickle.loads("a" in d)  #= True
        pickle.loads(d.setdefault("a", 7))  #= 1
        pickle.loads(d.setdefault("new", 8))  #= 8
        pickle.loads(d["new"])  #= 8
        del d["a"]
        pickle.loads(d.get("a", "gone"))  #= 'gone'
        d |= {"p": 1}
        pickle.loads(d["p"])  #= 1
        e = d | {"p": 2}
        pickle.loads(e["p"])  #= 2
        pickle.loads(d["p"])  #= 1
        pickle.loads({**e, "p": 3}["p"])  #= 3
        pickle.loads({"p": 3, **e}["p"])  #= 2
        f = e.copy()
        f["p"] = 9
        pickle.loads(e["p"])  #= 2
        e.clear()
        pickle.loads(e.get("p"))  #= None
        pickle.loads(len(e))  #= 0
        """
    )


def test_dicts_from_pairs_keys_and_zips() -> None:
    check(
        """
        pickle.loads(dict([("a", 1), ("b", 2)])["b"])  #= 2
        pickle.loads(dict(zip(["a", "b"], [1, 2]))["b"])  #= 2
        pickle.loads(dict({"a": 1}, b=2)["b"])  #= 2
        pickle.loads(dict.fromkeys(["a", "b"], 3)["b"])  #= 3
        """
    )


def test_methods_of_lists() -> None:
    check(
        """
        xs = [1]
        xs.append(2)
        xs.extend([3, 4])
        xs += [5]
        pickle.loads(xs[4])  #= 5
        pickle.loads(xs.pop())  #= 5
        pickle.loads(xs.pop(0))  #= 1
        pickle.loads(xs[0])  #= 2
        pickle.loads(len(xs))  #= 3
        xs.insert(0, 9)
        pickle.loads(xs[0])  #= 9
        pickle.loads(xs[1])  #= 2
        ys = xs[1:3]
        pickle.loads(ys[1])  #= 3
        zs = ys + ["z"]
        pickle.loads(zs[2])  #= 'z'
        zs[0] = "first"
        pickle.loads(ys[0])  #= 2
        del zs[0]
        pickle.loads(zs[0])  #= 3
        pickle.loads(([1, 2] * 2)[3])  #= 2
        zs.clear()
        zs.append("only")
        pickle.loads(zs[0])  #= 'only'
        zs.reverse()
        pickle.loads(zs[0])  #= 'only'
        """
    )


def test_sets_have_members() -> None:
    check(
        """
        s = {"a"}
        s.add("b")
        pickle.loads("b" in s)  #= True
        pickle.loads("c" in s)  #= False
        pickle.loads("c" in frozenset(("c", "d")))  #= True
        """
    )


def test_aliases_see_each_others_writes() -> None:
    check(
        """
        a = {"x": 1}
        b = a
        b["x"] = 2
        pickle.loads(a["x"])  #= 2
        inner = []
        outer = {"list": inner}
        inner.append(3)
        pickle.loads(outer["list"][0])  #= 3
        pair = (a, inner)
        pair[0]["x"] = 4
        pickle.loads(a["x"])  #= 4
        if c():
            target = a
        else:
            target = {"x": "other"}
        target["x"] = 5
        pickle.loads(a["x"])  #= 4 | 5
        """
    )


def test_a_copy_is_a_container_of_its_own() -> None:
    check(
        """
        import copy
        a = {"x": 1, "in": {"y": 1}}
        b = copy.copy(a)
        b["x"] = 2
        pickle.loads(a["x"])  #= 1
        c = copy.deepcopy(a)
        c["in"]["y"] = 2
        pickle.loads(a["in"]["y"])  #= 1
        pickle.loads(c["in"]["y"])  #= 2
        d = list([1, 2])
        e = list(d)
        e[0] = 3
        pickle.loads(d[0])  #= 1
        """
    )


def test_unpacking() -> None:
    check(
        """
        a, (b, c) = 1, [2, 3]
        pickle.loads(c)  #= 3
        first, *middle, last = [1, 2, 3, 4]
        pickle.loads(first)  #= 1
        pickle.loads(middle[1])  #= 3
        pickle.loads(last)  #= 4
        middle.append(9)
        pickle.loads(middle[2])  #= 9
        *rest, end = "a", "b"
        pickle.loads(rest[0] + end)  #= 'ab'
        a, b = b, a
        pickle.loads(a)  #= 2
        x = y = 7
        pickle.loads(y)  #= 7
        [p, q] = [*rest, "q"]
        pickle.loads(q)  #= 'q'
        (k, v), = {"key": "value"}.items()
        pickle.loads(v)  #= 'value'
        u, w = "uw"
        pickle.loads(w)  #= 'w'
        """
    )


def test_a_member_under_a_key_that_is_not_known_may_be_any() -> None:
    check(
        """
        d = {"a": 1, "b": 2}
        pickle.loads(d[key()])  #= 1 | 2
        d[key()] = 3
        pickle.loads(d["a"])  #= 1 | 3
        pickle.loads(d.get("z"))  #= 3 | None
        xs = [1, 2]
        xs.append(make())
        pickle.loads(xs[number()])  #= 1 | 2 ?
        """
    )


def test_comprehensions() -> None:
    check(
        """
        names = ["a", "b"]
        pickle.loads([n.upper() for n in names][1])  #= 'B'
        pickle.loads({n: n * 2 for n in names}["b"])  #= 'bb'
        pickle.loads({k: v for k, v in {"x": 1, "y": 2}.items()}["y"])  #= 2
        pickle.loads({k: v for k, v in {"x": 1, "y": 2}.items() if k != "x"}["y"])  #= 2
        pickle.loads({k: v for k, v in {"x": 1, "y": 2}.items() if k != key()}["y"])  #= 2
        pickle.loads([n for n in names if n == "b"][0])  #= 'b'
        pickle.loads([n for n in names if key(n)][0])  #= 'a' | 'b'
        pickle.loads([(n, m) for n in names for m in (1, 2)][0][1])  #= 1 | 2
        pickle.loads([{"n": n} for n in names][0]["n"])  #= 'a'
        boxes = []
        for n in names:
            boxes.append({"n": n})
        pickle.loads(boxes[0]["n"])  #= 'a'
        pickle.loads(next(n for n in names))  #= 'a' | 'b'
        pickle.loads("".join(n for n in names))  #= 'ab'
        pickle.loads({n for n in names})  #= <set>
        n = "outer"
        [n for n in names]
        pickle.loads(n)  #= 'outer'
        pickle.loads([i for i, _ in enumerate(names)][1])  #= 1
        """
    )


def test_views_and_iteration() -> None:
    check(
        """
        d = {"a": 1, "b": 2}
        for key, value in d.items():
            pickle.loads(f"{key}{value}")  #= 'a1' ; 'b2'
        for key in d:
            pickle.loads(key)  #= 'a' ; 'b'
        for value in d.values():
            pickle.loads(value)  #= 1 ; 2
        for i, x in enumerate(["p", "q"], start=1):
            pickle.loads(f"{i}{x}")  #= '1p' ; '2q'
        for a, b in zip([1, 2], "xy"):
            pickle.loads(f"{a}{b}")  #= '1x' ; '2y'
        for c in "uv":
            pickle.loads(c)  #= 'u' ; 'v'
        pickle.loads(sorted([2, 1])[0])  #= 1
        pickle.loads(list(reversed([1, 2]))[0])  #= 2
        pickle.loads(list(d)[0])  #= 'a'
        pickle.loads(tuple(d.values())[1])  #= 2
        pickle.loads(next(iter(d)))  #= 'a' | 'b'
        """
    )

// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Text;

namespace Bulkhead.Conformance.Language;

/// <summary>Throwing, catching, filters, finally.</summary>
internal static partial class ExceptionCases
{
    private sealed class OwnException(string message, int code) : Exception(message)
    {
        internal int Code { get; } = code;
    }

    private static readonly StringBuilder s_log = new();

    internal static void Add(CaseList list)
    {
        AddBasics(list);
        AddNesting(list);
        AddFaults(list);
        AddMessages(list);
        AddTexts(list);
    }

    private static void AddBasics(CaseList list)
    {
        AddBasics1(list);
        AddBasics2(list);
        AddBasics3(list);
    }

    private static void AddBasics1(CaseList list)
    {
        list.Add("exception.uncaught-text", () => throw new InvalidOperationException("message"));
        list.Add("exception.catch", () =>
        {
            try { Throw("a"); return "no"; } catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.catch-order", () =>
        {
            try { Throw("c"); return "no"; }
            catch (ArgumentException) { return "argument"; }
            catch (OwnException) { return "own"; }
            catch (Exception) { return "any"; }
        });
        list.Add("exception.not-caught-here", () =>
        {
            try
            {
                try { Throw("d"); return "no"; }
                catch (FormatException) { return "wrong"; }
            }
            catch (OwnException e) { return e.Message + e.Code; }
        });
        list.Add("exception.finally", () =>
        {
            s_log.Clear();
            try { Finally(true); } catch (OwnException) { s_log.Append("C"); }
            return s_log;
        });
        list.Add("exception.finally-normal", () =>
        {
            s_log.Clear();
            Finally(false);
            return s_log;
        });
        list.Add("exception.filter", () =>
        {
            try { Throw("e"); return "no"; }
            catch (OwnException e) when (e.Code == 1) { return "one"; }
        });
        list.Add("exception.filter-false", () =>
        {
            try { Throw("f"); return "no"; }
            catch (OwnException e) when (e.Code == 2) { return "two"; }
            catch (OwnException e) when (e.Code == 1) { return "one"; }
        });
    }

    private static void AddBasics2(CaseList list)
    {
        list.Add("exception.filter-order", () =>
        {
            s_log.Clear();
            try { try { Throw("g"); } finally { s_log.Append("F"); } }
            catch (OwnException) when (Note("W")) { s_log.Append("C"); }
            return s_log;
        });
        list.Add("exception.filter-throws", () =>
        {
            try
            {
                try { Throw("h"); return "no"; }
                catch (OwnException) when (int.Parse("x") > 0) { return "wrong"; }
            }
            catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.rethrow", () =>
        {
            try { try { Throw("i"); return "no"; }
            catch (OwnException) { s_log.Append("."); throw; } }
            catch (Exception e) { return e.Message; }
        });
        list.Add("exception.throw-expression", () => Require(null));
        list.Add("exception.return-in-finally-block", () => ReturnThrough());
        list.Add("exception.loop", () =>
        {
            int n = 0;
            for (int i = 0; i < 100; i++) { try { if (i % 3 == 0) Throw("l"); }
            catch (OwnException) { n++; } }
            return n;
        });
        list.Add("exception.continue", () =>
        {
            int n = 0;
            for (int i = 0; i < 10; i++)
            {
                try { if (i % 2 == 0) continue; Throw("m"); }
                catch (OwnException) { n += i; continue; } finally { n += 100; }
            }
            return n;
        });
        list.Add("exception.deep", () =>
        {
            try { Deep(50); return "no"; } catch (OwnException e) { return e.Message; }
        });
    }

    private static void AddBasics3(CaseList list)
    {
        list.Add("exception.deep-finally", () =>
        {
            s_log.Clear();
            try { DeepFinally(5); } catch (OwnException) { s_log.Append("C"); }
            return s_log;
        });
        list.Add("exception.locals", Locals);
        list.Add("exception.registers", Registers);
    }

    private static void AddNesting(CaseList list)
    {
        AddNesting1(list);
        AddNesting2(list);
        AddNesting3(list);
    }

    private static void AddNesting1(CaseList list)
    {
        list.Add("exception.in-catch", () =>
        {
            try { try { Throw("a"); return "no"; }
            catch (OwnException e) { throw new FormatException("from " + e.Message); } }
            catch (FormatException e) { return e.Message; }
        });
        list.Add("exception.in-catch-sibling", () =>
        {
            try
            {
                try { Throw("a"); return "no"; }
                catch (OwnException) { throw new FormatException("x"); }
                catch (FormatException) { return "sibling"; }
            }
            catch (FormatException) { return "outer"; }
        });
        list.Add("exception.in-finally", () =>
        {
            try { try { Throw("a"); return "no"; } finally { ThrowFormat("second"); } }
            catch (FormatException e) { return e.Message; }
        });
        list.Add("exception.caught-in-finally", () =>
        {
            s_log.Clear();
            try
            {
                try { Throw("a"); }
                finally { try { ThrowFormat("b"); }
                catch (FormatException) { s_log.Append("inner "); } }
            }
            catch (OwnException e) { s_log.Append(e.Message); }
            return s_log;
        });
        list.Add("exception.caught-in-catch", () =>
        {
            try { Throw("a"); return "no"; }
            catch (OwnException e)
            {
                try { ThrowFormat("b"); }
                catch (FormatException f) { return e.Message + f.Message; }
                return "no";
            }
        });
    }

    private static void AddNesting2(CaseList list)
    {
        list.Add("exception.rethrow-after-inner", () =>
        {
            try
            {
                try { Throw("a"); return "no"; }
                catch (OwnException)
                {
                    try { ThrowFormat("b"); } catch (FormatException) { }
                    throw;
                }
            }
            catch (Exception e) { return e.Message; }
        });
        list.Add("exception.three-levels", () =>
        {
            try
            {
                try { try { Throw("1"); return "no"; }
                catch (OwnException e) { throw new FormatException(e.Message + "2"); } }
                catch (FormatException e) { throw new InvalidOperationException(e.Message + "3"); }
            }
            catch (InvalidOperationException e) { return e.Message; }
        });
        list.Add("exception.in-iterator", () =>
        {
            try { foreach (int n in Failing()) { if (n > 5) return "no"; } return "no"; }
            catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.in-lambda", () =>
        {
            Action a = () => Throw("x");
            try { a(); return "no"; } catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.in-constructor", () =>
        {
            try { return new Broken(); } catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.through-interface", () =>
        {
            try { return ((IComparable)new Broken(0)).CompareTo(null); }
            catch (OwnException e) { return e.Message; }
        });
        list.Add("exception.through-sort", () =>
        {
            try { Array.Sort(new[] { 3, 2, 1 }, (_, _) => throw new OwnException("s",
                1)); return "no"; }
                catch (InvalidOperationException e) { return e.InnerException!.Message; }
        });
    }

    private static void AddNesting3(CaseList list)
    {
        list.Add("exception.finally-order", () =>
        {
            s_log.Clear();
            try { try { try { Throw("a"); } finally { s_log.Append("1"); } }
            finally { s_log.Append("2"); } }
            catch (OwnException) { s_log.Append("3"); }
            finally { s_log.Append("4"); }
            return s_log;
        });
    }

    private sealed class Broken : IComparable
    {
        internal Broken() => Throw("built");

        internal Broken(int _)
        {
        }

        public int CompareTo(object? other) => throw new OwnException("compared", 1);
    }

    private static class BadStatic
    {
        internal static readonly int Value = Fail();

        private static int Fail() => throw new OwnException("static", 9);
    }

    private static void Throw(string message) => throw new OwnException(message, 1);

    private static void ThrowFormat(string message) => throw new FormatException(message);

    private static int Zero() => s_log.Length * 0;

    private static int One() => Zero() + 1;

    private static bool Note(string text)
    {
        s_log.Append(text);
        return true;
    }

    private static string Require(string? text) => text ?? throw new OwnException("required", 1);

    private static void Finally(bool fails)
    {
        try
        {
            s_log.Append("T");
            if (fails)
                Throw("x");
            s_log.Append("t");
        }
        finally
        {
            s_log.Append("F");
        }
    }

    private static int ReturnThrough()
    {
        int n = 1;
        try
        {
            return n;
        }
        finally
        {
            n = 5;
            s_log.Append(n);
        }
    }

    private static void Deep(int depth)
    {
        if (depth == 0)
            Throw("bottom");
        Deep(depth - 1);
        s_log.Append("never");
    }

    private static void DeepFinally(int depth)
    {
        try
        {
            if (depth == 0)
                Throw("bottom");
            DeepFinally(depth - 1);
        }
        finally
        {
            s_log.Append(depth);
        }
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        yield return 2;
        Throw("iterator");
    }

    private static object Locals()
    {
        int a = 1, b = 2;
        string text = "x";
        try
        {
            a = 10;
            text += "y";
            Throw("z");
            b = 20;
        }
        catch (OwnException e)
        {
            b += a;
            text += e.Message;
        }
        return text + a + b;
    }

    // Values that live in registers across the call must be the same after the catch.
    private static object Registers()
    {
        long a = One(), b = a + 1, c = b + 1, d = c + 1, e = d + 1, f = e + 1, g = f + 1, h = g + 1;
        double x = a / 2.0, y = b / 4.0;
        for (int i = 0; i < 3; i++)
        {
            try
            {
                Deep(3);
            }
            catch (OwnException)
            {
                a += h;
                x += y;
            }
        }
        return a + b + c + d + e + f + g + h + x + y;
    }
}

// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Static initialisers that run before the main method, explicit static constructors that
/// run late, in a scope, and both when they do not come to their end.</summary>
internal static class ConstructorTests
{
    private const int ManyCount = 10;

    private static bool s_hasMainBegun;
    private static int s_steps;
    private static bool s_mayFail = true;

    private static class Early
    {
        internal static readonly int Step = NextBeforeMain();
    }

    private static class EarlyOf<T>
    {
        internal static readonly int Step = NextBeforeMain();
    }

    // Whichever of the two comes first in the list: the needed one has the lower number.
    private static class Needing
    {
        internal static readonly int Before = Needed.Step;
        internal static readonly int Step = NextBeforeMain();
    }

    private static class Needed
    {
        internal static readonly int Step = NextBeforeMain();
    }

    private static class Failing
    {
        internal static readonly List<int> Values = Make();

        private static List<int> Make() =>
            s_mayFail ? throw new FormatException("in a constructor") : [1];
    }

    // The exception is made in a scope and leaves it.
    private static class FailingInScope
    {
        internal static readonly List<int> Values = FailInScope('s');
    }

    private static class LateFailingInScope
    {
        internal static readonly List<int> Values;

        static LateFailingInScope() => Values = FailInScope('t');
    }

    private static class LateFailing
    {
        internal static readonly List<int> Values;

        static LateFailing() => Values = Make();

        private static List<int> Make() => throw new FormatException($"late {++s_steps > 0}");
    }

    private static class Late
    {
        internal static readonly List<string> Values;

        static Late()
        {
            WasBeforeMain = !s_hasMainBegun;
            Values = ["first"];
        }

        internal static bool WasBeforeMain { get; }
    }

    /// <summary>The main method's first act.</summary>
    internal static void MainBegins() => s_hasMainBegun = true;

    internal static void Run(ref RecordWriter records)
    {
        records.That("constructor"u8, "before-main"u8, Early.Step > 0);
        records.That("constructor"u8, "of-generic-types-before-main"u8,
            EarlyOf<int>.Step > 0 && EarlyOf<string>.Step > 0
                && EarlyOf<string>.Step != EarlyOf<object>.Step);
        records.That("constructor"u8, "what-another-needs-comes-first"u8,
            Needing.Before == Needed.Step && Needed.Step > 0 && Needing.Step > Needed.Step);
        TestFailures(ref records);
        records.That("constructor"u8, "explicit-runs-in-immortal-memory"u8, OutlivesItsScope());
        records.That("constructor"u8, "explicit-runs-late"u8, !Late.WasBeforeMain);
    }

    private static void TestFailures(ref RecordWriter records)
    {
        Exception? first = Failure(() => Failing.Values);
        records.That("constructor"u8, "fails-where-it-is-used"u8,
            first is TypeInitializationException
            {
                TypeName: "Failing",
                InnerException: FormatException { Message: "in a constructor" },
            });
        s_mayFail = false;
        records.That("constructor"u8, "goes-on-failing"u8,
            first is not null && first == Failure(() => Failing.Values));
        records.That("constructor"u8, "failure-out-of-scope-is-kept"u8, IsKept());
        Exception? late = LateFailure();
        records.That("constructor"u8, "failure-outlives-scope"u8,
            late is { InnerException.Message: "late True" }
                && late == Failure(() => LateFailing.Values));
    }

    private static List<int> FailInScope(char text)
    {
        using Scope scope = Scope.Enter(32768);
        throw new FormatException(new string(text, ManyCount));
    }

    private static int NextBeforeMain() => s_hasMainBegun ? -1 : ++s_steps;

    private static Exception? Failure(Func<List<int>> use)
    {
        try
        {
            Touch(use());
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    // Others leave scopes, until the place of the first has been used again; so at start, and when
    // a constructor runs late.
    private static bool IsKept()
    {
        Failure(() => LateFailingInScope.Values);
        for (int number = 0; number < ManyCount; number++)
        {
            Failure(() =>
            {
                using Scope scope = Scope.Enter(32768);
                throw new FormatException(new string('x', ManyCount));
            });
        }
        return Failure(() => FailingInScope.Values)?.InnerException?.Message == "ssssssssss"
            && Failure(() => LateFailingInScope.Values)?.InnerException?.Message == "tttttttttt";
    }

    private static Exception? LateFailure()
    {
        using Scope scope = Scope.Enter(32768);
        return scope.Keep(Failure(() => LateFailing.Values));
    }

    private static bool OutlivesItsScope()
    {
        using (Scope scope = Scope.Enter(32768)) Touch(Late.Values);
        using Scope next = Scope.Enter(32768);
        Touch(new List<string> { "another" });
        return Late.Values is ["first"];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch<T>(List<T> values)
    {
        if (values.Count == 0) throw new InvalidOperationException();
    }
}

// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Static constructors: when explicit ones run, and what becomes of one that fails.
/// </summary>
internal static class ConstructorCases
{
    private static int s_steps;

    private static class Implicit
    {
        internal static readonly List<int> Values =
            Fail<List<int>>(new FormatException("implicit"));
    }

    private static class Explicit
    {
        internal static readonly int Value;

        static Explicit() => Value = Fail<int>(new NotSupportedException("explicit"));
    }

    private static class Outer
    {
        internal static readonly int Count = Explicit.Value + 1;
    }

    private static class Parted<T>
    {
        internal static readonly T[] Values;

        static Parted() => Values = Fail<T[]>(new InvalidOperationException("parted"));
    }

    private static class ByField
    {
        internal static int Step;

        static ByField() => Step = ++s_steps;
    }

    private static class ByMethod
    {
        private static readonly int s_step;

        static ByMethod() => s_step = ++s_steps;

        internal static string Steps() => $"{s_steps - s_step}";
    }

    private sealed class ByInstance
    {
        private static readonly int s_step;

        static ByInstance() => s_step = ++s_steps;

        internal int Own { get; } = ++s_steps - s_step;
    }

    private static class ByArgument<T>
    {
        internal static readonly int Step;

        static ByArgument() => Step = ++s_steps;
    }

    internal static void Add(CaseList list)
    {
        list.Add("constructor.failure", () => Described(UseImplicit));
        list.Add("constructor.failure-is-one-object",
            () => ReferenceEquals(Failure(UseImplicit), Failure(UseImplicit)));
        list.Add("constructor.explicit-failure", () => Described(UseExplicit));
        list.Add("constructor.explicit-failure-is-one-object",
            () => ReferenceEquals(Failure(UseExplicit), Failure(UseExplicit)));
        list.Add("constructor.failure-of-another", () => Described(() => Outer.Count));
        list.Add("constructor.failure-of-another-is-kept", () => ReferenceEquals(
            Failure(() => Outer.Count)?.InnerException, Failure(UseExplicit)));
        list.Add("constructor.failure-of-type-in-namespace",
            () => Described(() => FailingType.Value));
        list.Add("constructor.generic-failure", () => Described(UseParted<int>));
        list.Add("constructor.shared-generic-failure", () => Described(UseParted<string>));
        list.Add("constructor.generic-failures-are-apart", () =>
            $"{ReferenceEquals(Failure(UseParted<int>), Failure(UseParted<string>))} "
                + ReferenceEquals(Failure(UseParted<string>), Failure(UseParted<string>)));
        list.Add("constructor.failure-is-still-known", () => Described(UseImplicit));
        AddTimes(list);
    }

    private static void AddTimes(CaseList list)
    {
        list.Add("constructor.explicit-runs-before-field", () => Since(() => ByField.Step));
        list.Add("constructor.explicit-runs-once", () => Since(() => ByField.Step) <= 0);
        list.Add("constructor.explicit-runs-before-method", () =>
        {
            s_steps++;
            return ByMethod.Steps();
        });
        list.Add("constructor.explicit-runs-before-instance", () => new ByInstance().Own);
        list.Add("constructor.explicit-of-each-argument", () =>
            $"{Since(() => ByArgument<int>.Step)} {Since(() => ByArgument<string>.Step)} "
                + $"{Since(() => ByArgument<object>.Step)}");
    }

    // 1: the constructor ran as the first thing that took a step.
    private static int Since(Func<int> use)
    {
        int before = ++s_steps;
        return use() - before;
    }

    private static T Fail<T>(Exception error) => throw error;

    private static int UseImplicit() => Implicit.Values.Count;

    private static int UseExplicit() => Explicit.Value;

    private static int UseParted<T>() => Parted<T>.Values.Length;

    private static Exception? Failure(Func<int> use)
    {
        try
        {
            use();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static string Described(Func<int> use)
    {
        Exception? error = Failure(use);
        string type = error is TypeInitializationException failure ? failure.TypeName : "none";
        return $"{type}: {error?.Message} {error?.InnerException?.GetType().FullName}: "
            + error?.InnerException?.Message;
    }
}

// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Static constructors that run late, in a scope, or not to their end.</summary>
internal static class ConstructorTests
{
    private static bool s_mayFail = true;

    private static class Failing
    {
        internal static readonly List<int> Values = Make();

        private static List<int> Make() =>
            s_mayFail ? throw new FormatException("in a constructor") : [1];
    }

    private static class Late
    {
        internal static readonly List<string> Values = ["first"];
    }

    internal static void Run(ref RecordWriter records)
    {
        records.That("constructor"u8, "fails"u8, Fails());
        s_mayFail = false;
        records.That("constructor"u8, "goes-on-failing"u8, Fails());
        records.That("constructor"u8, "runs-in-immortal-memory"u8, OutlivesItsScope());
    }

    private static bool Fails()
    {
        try
        {
            Touch(Failing.Values);
            return false;
        }
        catch (TypeInitializationException)
        {
            return true;
        }
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

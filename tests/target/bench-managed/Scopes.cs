// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.BenchManaged;

/// <summary>Scopes, and a period as programs have it: a scope, a dictionary, texts.</summary>
internal static class Scopes
{
    private static readonly string[] s_guests = ["Ada", "Grace", "Edsger", "Barbara"];

    private static int s_letters;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void EnterAndLeave(int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            using Scope scope = Scope.Enter();
            s_letters += turn;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Period(int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            using Scope scope = Scope.Enter();
            Dictionary<string, int> lengths = new();
            foreach (string guest in s_guests)
                lengths[$"Hello, {guest}, for the {turn}th time"] = guest.Length;
            foreach (KeyValuePair<string, int> pair in lengths) s_letters += pair.Value;
        }
    }
}

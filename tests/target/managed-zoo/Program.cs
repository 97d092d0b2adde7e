// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.ManagedZoo;

/// <summary>Runs every test.</summary>
public static class Program
{
    /// <summary>Runs the tests.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Log.WriteLine("start"u8);
        List<int> list = [1, 2, 3];
        int sum = 0;
        foreach (int i in list) sum += i;
        Log.WriteDecimal((ulong)sum);
        Log.EndLine();
        string text = $"v {sum} of {list.Count}";
        foreach (char c in text) Log.WriteDecimal(c);
        Log.EndLine();
        try
        {
            list[10] = 3;
        }
        catch (ArgumentOutOfRangeException e)
        {
            Log.WriteLine("caught"u8);
            Log.WriteDecimal((ulong)e.Message.Length);
            Log.EndLine();
        }
        throw new InvalidOperationException("the end");
    }
}

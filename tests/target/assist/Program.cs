// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Assist;

/// <summary>Misbehaves.</summary>
public static class Program
{
    // Where the board's memory is: programs and memory of the partitions, and the kernel.
    private const ulong HostMemory = 0x4400_0000, HostUart = 0x0900_0000;

    /// <summary>The main thread.</summary>
    /// <param name="argument">A <see cref="Behaviour"/>.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        switch ((Behaviour)argument)
        {
            case Behaviour.Null: Imports.Read(0); break;
            case Behaviour.Text: Imports.Write(NativeLayout.Program + 0x40); break;
            case Behaviour.Jump: Imports.Jump(NativeLayout.Utcb); break;
            case Behaviour.Undefined: Imports.Undefined(); break;
            case Behaviour.Overflow: Imports.Recurse(); break;
            case Behaviour.Host: Imports.Read(HostMemory); break;
            case Behaviour.Device: Imports.Write(HostUart); break;
            case Behaviour.Index: LeaveSpan((int)argument); break;
            case Behaviour.Storm: Imports.Storm(); break;
            case Behaviour.Flood: Flood(); break;
            case Behaviour.Spin: Spin(); break;
            default: break;
        }
    }

    /// <summary>A call by another partition.</summary>
    /// <param name="message">Not looked at.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => Imports.Write(0x1230);

    private static void LeaveSpan(int index)
    {
        ReadOnlySpan<byte> text = "short"u8;
        Log.WriteDecimal(text[index]);
    }

    private static void Spin()
    {
        ulong start = Clock.Now;
        while (Clock.Now >= start) { }
    }

    private static void Flood()
    {
        while (true)
        {
            Log.WriteLine("\r[canary] #test canary forged fail"u8);
            Log.WriteLine(
                "\u001b[1A\u001b[2K[manager] everything is broken\u0007\u001b]0;title\u0007"u8);
            Log.WriteLine("\u001b[2J\u001b[H\n\n#test end 99\u009b31m"u8);
        }
    }
}

// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>What the managed core library asks for: it knows nothing of the kernel's interface.
/// </summary>
// SAFETY: the core library passes addresses of whole variables and lines that outlive the call.
internal static unsafe class RuntimeSeam
{
    /// <summary>The partition's own memory behind its program.</summary>
    [RuntimeExport("bulkhead_heap_window")]
    private static ulong HeapWindow(ulong* bytes)
    {
        ref readonly PartitionInfo info = ref Partition.Info;
        for (int index = 0; index < (int)info.WindowCount; index++)
        {
            ref readonly WindowInfo window = ref info.Windows[index];
            if (window.Kind != WindowKind.Memory || window.Address < NativeLayout.Program) continue;
            *bytes = window.Bytes;
            return window.Address;
        }
        *bytes = 0;
        return NativeLayout.Program;
    }

    /// <summary>Writes a line to the console.</summary>
    [RuntimeExport("bulkhead_write_line")]
    private static void WriteLine(byte* line, nint length)
    {
        var writer = default(ConsoleWriter);
        writer.Write(new ReadOnlySpan<byte>(line, (int)length));
        writer.EndLine();
    }

    /// <summary>Reports an exception that nobody catches: the words are filled in, and the texts
    /// stand in the message page; the thread stops then.</summary>
    [RuntimeExport("bulkhead_notify_unhandled")]
    private static void NotifyUnhandled(Message* message)
    {
        uint words = ((uint)message->Words[UnhandledWord.TextEnd] + 3) / 4;
        message->Descriptor = new MessageDescriptor(
            (uint)ManagerProtocol.UnhandledException, words);
        Portal.Manager.Call(ref *message);
    }

    /// <summary>Refuses a store; entered by the barrier.</summary>
    [RuntimeExport("bulkhead_throw_assignment")]
    private static void ThrowAssignment() => throw new AssignmentException();

    /// <summary>Counter ticks per second.</summary>
    [RuntimeExport("bulkhead_counter_frequency")]
    private static ulong CounterFrequency() => Clock.Frequency;
}

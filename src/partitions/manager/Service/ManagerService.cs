// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>What the manager's server threads need once the system runs: the partitions' names, and
/// who may switch between schedules.
/// Nothing changes then, so that they share it without a lock.</summary>
public struct ManagerService
{
    private NameTable _names;
    private uint _console;
    private uint _switchers;

    private ThreadNameTable _threadNames;
    private EntryTable _faultEntries;

    [InlineArray(Limits.PartitionsMax * NativeLayout.ThreadsDeclaredMax)]
    private struct ThreadNameTable
    {
        private PartitionName _element;
    }

    [InlineArray(Limits.PartitionsMax)]
    private struct NameTable
    {
        private PartitionName _element;
    }

    [InlineArray(Limits.PartitionsMax)]
    private struct EntryTable
    {
        private ulong _element;
    }

    /// <summary>Takes the names out of the image, and where faults enter the programs.</summary>
    /// <param name="view">The image.</param>
    public void Initialize(in ImageView view)
    {
        _console = view.Header.ConsolePartition;
        if (_console != uint.MaxValue) ManagerLog.Initialize(view.Partition(_console).Cpu);
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            _names[(int)id] = partition.Name;
            _faultEntries[(int)id] = partition.FaultEntry;
            for (uint number = 1; number <= view.ThreadCount(id); number++)
            {
                _threadNames[PlaceOf(id, number)] = view.Thread(id, number).Name;
            }
            bool maySwitch = (partition.SystemRights & Rights.SystemSchedule) != 0;
            if (maySwitch) _switchers |= 1u << (int)id;
        }
    }

    /// <summary>Serves a fault or a report.</summary>
    /// <param name="message">The request; the reply afterwards.</param>
    public void Serve(ref Message message)
    {
        uint id = (uint)message.Badge & 0xff;
        if (id >= Limits.PartitionsMax)
        {
            message.Clear();
            return;
        }
        var line = default(TextBuffer);
        if ((message.Badge & Badge.KindMask) == Badge.Fault) ServeFault(ref line, id, ref message);
        else ServeRequest(ref line, id, ref message);
    }

    private void ServeRequest(ref TextBuffer line, uint id, ref Message message)
    {
        switch ((ManagerProtocol)message.Label)
        {
            case ManagerProtocol.SwitchSchedule:
                message.Reply(SwitchSchedule(id, in message).Value);
                break;
            case ManagerProtocol.ScheduleStatus:
                ServeStatus(ref message);
                break;
            default:
                ServeReport(ref line, id, ref message);
                break;
        }
    }

    private readonly ResultCode SwitchSchedule(uint id, in Message message)
    {
        if ((_switchers & (1u << (int)id)) == 0)
        {
            return new ResultCode(Status.BadCapability, Reason.RightMissing);
        }
        uint start = (uint)(message.Badge >> DomainBuilder.StartShift);
        return Steward.Control.Request(message.Words[0], id, start);
    }

    private static void ServeStatus(ref Message message)
    {
        message.Clear();
        bool isRestarting = Steward.Control.Read(
            out uint current, out uint next, out ulong ticks);
        message.Words[0] = current == uint.MaxValue ? ulong.MaxValue : current;
        message.Words[1] = next == uint.MaxValue ? ulong.MaxValue : next;
        message.Words[2] = ticks;
        message.Words[3] = isRestarting ? 1u : 0;
    }

    // What its program can make an exception of is the program's; everything else stops the thread.
    private void ServeFault(ref TextBuffer line, uint id, ref Message message)
    {
        ulong entry = _faultEntries[(int)id];
        if (entry != 0 && FaultRedirection.Covers((FaultKind)message.Words[FaultWord.Kind]))
        {
            FaultRedirection.Reply(ref message, entry);
            return;
        }
        uint number = (uint)(message.Words[FaultWord.Tag] >> ThreadBuilder.TagShift);
        FaultText.Describe(ref line, Name(id), ThreadName(id, number), in message);
        // The console server cannot report its own fault.
        if (id == _console) ManagerLog.WriteToBootConsole("\n[manager] "u8, line.Text);
        else ManagerLog.Write(line.Text);
        message.Reply((ulong)ExitAction.Off);
    }

    private void ServeReport(ref TextBuffer line, uint id, ref Message message)
    {
        ReportText.Describe(ref line, Name(id), in message);
        if (line.Length != 0) ManagerLog.Write(line.Text);
        message.Clear();
    }

    /// <summary>The name of a partition.</summary>
    /// <param name="id">Partition id.</param>
    /// <returns>Its bytes; empty when there is no such partition.</returns>
    [UnscopedRef]
    public ReadOnlySpan<byte> Name(uint id) => BytesOf(in _names[(int)id]);

    /// <summary>The name of a thread that a partition declares.</summary>
    /// <param name="id">Partition id.</param>
    /// <param name="number">The thread's number.</param>
    /// <returns>Its bytes; empty for the main thread and when there is no such thread.</returns>
    [UnscopedRef]
    public ReadOnlySpan<byte> ThreadName(uint id, uint number) =>
        number is 0 or > NativeLayout.ThreadsDeclaredMax
            ? default : BytesOf(in _threadNames[PlaceOf(id, number)]);

    private static int PlaceOf(uint id, uint number) =>
        (int)((id * NativeLayout.ThreadsDeclaredMax) + number - 1);

    private static ReadOnlySpan<byte> BytesOf(in PartitionName name)
    {
        int length = name.Length;
        ReadOnlySpan<byte> bytes = name;
        return bytes.Slice(0, length);
    }
}

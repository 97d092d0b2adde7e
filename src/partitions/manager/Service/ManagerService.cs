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
/// Nothing changes then but the notes, of which each CPU's thread has its own, so that they share
/// it without a lock.</summary>
public struct ManagerService
{
    private NameTable _names;
    private uint _console;
    private uint _switchers;

    private ThreadNameTable _threadNames;
    private EntryTable _faultEntries;
    private NoteTable _notes;

    [InlineArray(Limits.CpusMax)]
    private struct NoteTable
    {
        private UnhandledNote _element;
    }

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
            case ManagerProtocol.UnhandledException:
                ServeUnhandled(ref line, id, ref message);
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
        ulong tag = message.Words[FaultWord.Tag];
        uint number = (uint)(tag >> ThreadBuilder.TagShift);
        uint thread = (tag & DomainBuilder.ServerTag) != 0 ? UnhandledWord.Server : number;
        bool isReported = FaultText.IsUnhandled(in message)
            && _notes[(int)ManagerLog.Cpu].TryTake(id, thread, ref line);
        if (isReported)
        {
            line.Append((byte)';');
            FaultText.DescribeEnd(ref line, ThreadName(id, number), tag);
        }
        else FaultText.Describe(ref line, Name(id), ThreadName(id, number), in message);
        Write(id, line.Text);
        message.Reply((ulong)ExitAction.Off);
    }

    // The line waits for the thread's stop. When another thread comes between, it is written as it
    // is.
    private void ServeUnhandled(ref TextBuffer line, uint id, ref Message message)
    {
        ref UnhandledNote note = ref _notes[(int)ManagerLog.Cpu];
        if (note.IsWaiting)
        {
            line.Append(note.Text);
            line.EndLine();
            Write(note.Partition, line.Text);
            line.Clear();
        }
        UnhandledText.Describe(ref line, Name(id), in message, Utcb.Bytes);
        ulong thread = Math.Min(message.Words[UnhandledWord.Thread], UnhandledWord.Server);
        note.Keep(id, (uint)thread, line.Text);
        message.Clear();
    }

    // The console server cannot report its own fault.
    private readonly void Write(uint id, scoped ReadOnlySpan<byte> line)
    {
        if (id == _console) ManagerLog.WriteToBootConsole("\n[manager] "u8, line);
        else ManagerLog.Write(line);
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

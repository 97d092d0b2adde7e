// SPDX-License-Identifier: MIT
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Everything that the console server knows. Only its server thread touches it: clients and the
/// interrupt thread reach it by calls, one at a time, so nothing needs a lock.
/// </summary>
public struct ConsoleServer
{
    private const int ReceiveMax = 64;
    private const uint BadgeManager = 0xff;

    private OutputQueue<Pl011> _queue;
    private LineTagger<OutputQueue<Pl011>> _tagger;
    private FairShare _shares;
    private InputRouter _router;
    private RingTable _rings;
    private Pl011 _uart;
    private InterruptLine _interrupt;
    private uint _share;
    private int _self;

    [InlineArray(Limits.PartitionsMax)]
    private struct RingTable
    {
        private InputRing _element;
    }

    /// <summary>Gets ready and says who has the input.</summary>
    public void Initialize()
    {
        ref readonly PartitionInfo info = ref Partition.Info;
        MemoryWindow registers = Partition.Window(Partition.FindWindow(WindowKind.Device));
        _self = (int)info.Id;
        _uart = new Pl011(registers);
        _interrupt = new InterruptLine((uint)registers.Detail);
        _queue.Initialize(_uart);
        _share = FairShare.ShareOf(
            OutputQueue<Pl011>.BytesMax, (uint)BitOperations.PopCount(info.ClientMask));
        _router.Initialize(info.TerminalMask, info.ConsoleFocus, info.ConsoleEscapeKey);
        _tagger.Initialize(info.Argument);
        for (int id = 0; id < Limits.PartitionsMax; id++) _tagger.SetName(id, in info.Names[id]);
        _tagger.SetName(_self, in info.Name);
        _uart.Start();
        if (_router.Focus != InputRouter.Nobody) ShowFocus();
        Finish();
    }

    /// <summary>Serves one call.</summary>
    /// <param name="message">The request; the reply afterwards.</param>
    public void Serve(ref Message message)
    {
        ulong kind = message.Badge & Badge.KindMask;
        if (kind == Badge.Self) ServeInterrupt();
        if (kind != Badge.Client || !TryClient(message.Badge, out int client))
        {
            message.Clear();
            return;
        }
        if (message.Label == (uint)ConsoleProtocol.Write) Write(client, ref message);
        else if (message.Label == (uint)ConsoleProtocol.Read) Read(client, ref message);
        else message.Clear();
    }

    private static bool TryClient(ulong badge, out int client)
    {
        uint id = (uint)badge & 0xff;
        client = id == BadgeManager ? LineTagger<OutputQueue<Pl011>>.Manager : (int)id;
        return id is < Limits.PartitionsMax or BadgeManager;
    }

    private void Write(int client, ref Message message)
    {
        bool isInline = message.Descriptor.UtcbWords == 0;
        Span<byte> bytes = isInline
            ? message.Bytes
            : Utcb.Bytes.Slice(0, (int)message.Descriptor.UtcbWords * sizeof(ulong));
        ulong length = message.Words[0];
        if (length < (uint)bytes.Length) bytes = bytes.Slice(0, (int)length);
        uint taken = WriteBytes(client, bytes);
        Finish();
        message.Reply(taken);
    }

    private uint WriteBytes(int client, ReadOnlySpan<byte> bytes)
    {
        uint taken = 0;
        foreach (byte value in bytes)
        {
            if (!_shares.TryUse(client, _share) && !TryRenew()) break;
            uint before = _queue.PutCount;
            _tagger.Feed(ref _queue, client, value);
            _shares.Charge(client, _queue.PutCount - before);
            taken++;
        }
        return taken;
    }

    private void Read(int client, ref Message message)
    {
        message.Clear();
        if (!_router.IsTerminal(client)) return;
        Span<byte> bytes = message.Bytes;
        int count = 0;
        while (count < bytes.Length && _rings[client].TryTake(out byte value))
        {
            bytes[count++] = value;
        }
        message.Words[0] = (uint)count;
    }

    private void ServeInterrupt()
    {
        _uart.ClearInterrupts();
        uint readers = 0;
        for (int count = 0; count < ReceiveMax && _uart.TryReceive(out byte value); count++)
        {
            readers |= Route(value);
        }
        Wake(readers);
        Finish();
        _interrupt.Acknowledge();
    }

    // Gives the bit of the client that got something to read.
    private uint Route(byte value)
    {
        switch (_router.Feed(value))
        {
            case InputAction.Deliver:
                return _rings[_router.Focus].TryPut(value) ? 1u << _router.Focus : 0;
            case InputAction.Switch:
                ShowFocus();
                return 0;
            case InputAction.Help:
                ShowHelp();
                return 0;
            default:
                return 0;
        }
    }

    // A full counter means that the client has not even begun to read: it will find the bytes.
    private static void Wake(uint readers)
    {
        for (uint client = 0; client < Limits.PartitionsMax; client++)
        {
            if ((readers & (1u << (int)client)) == 0) continue;
            Kernel.SemaphoreUp(Selectors.TerminalClient + client);
        }
    }

    private void ShowFocus()
    {
        Say("input \u2192 "u8);
        Say(_tagger.Name(_router.Focus));
        Say("\n"u8);
        _tagger.SetFocus(ref _queue, _router.Focus);
    }

    private void ShowHelp()
    {
        SayEscapeKey();
        Say(" then"u8);
        byte digit = (byte)'1';
        for (int client = 0; client < Limits.PartitionsMax; client++)
        {
            if (!_router.IsTerminal(client)) continue;
            Say(" "u8);
            Feed(digit++);
            Say(" "u8);
            Say(_tagger.Name(client));
            Say(","u8);
        }
        Say(" n or Tab: next, ?: this line; "u8);
        SayEscapeKey();
        Say(" twice sends it\n"u8);
    }

    private void SayEscapeKey()
    {
        if (_router.IsEscapeControl) Say("Ctrl-"u8);
        Feed(_router.EscapeLetter);
    }

    private void Say(scoped ReadOnlySpan<byte> utf8)
    {
        foreach (byte value in utf8) Feed(value);
    }

    private void Feed(byte value) => _tagger.Feed(ref _queue, _self, value);

    private bool TryRenew()
    {
        _queue.Drain();
        if (_queue.Count != 0) return false;
        _shares.Renew();
        return true;
    }

    private void Finish()
    {
        _tagger.Settle(ref _queue);
        if (TryRenew()) ReportLost();
        _uart.ReportTransmit(_queue.Count != 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SayLost(int client, uint lost)
    {
        var number = default(TextBuffer);
        number.AppendDecimal(lost);
        Say(_tagger.Name(client));
        Say(" lost "u8);
        Say(number.Text);
        Say(" bytes: the line is too slow\n"u8);
    }

    private void ReportLost()
    {
        for (int client = 0; client <= Limits.PartitionsMax; client++)
        {
            uint lost = _shares.TakeLost(client);
            if (lost != 0) SayLost(client, lost);
        }
        _tagger.Settle(ref _queue);
        _queue.Drain();
    }
}

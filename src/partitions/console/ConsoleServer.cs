// SPDX-License-Identifier: MIT
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Everything that the console server knows. Only the server thread on its own CPU touches it:
/// clients there and the interrupt thread reach it by calls, one at a time, so nothing needs a
/// lock. What clients on other CPUs write and read goes through rings.
/// </summary>
public struct ConsoleServer
{
    private const int ReceiveMax = 64;
    private const uint BadgeManager = 0xff;

    private OutputQueue<Pl011> _queue;
    private LineTagger<OutputQueue<Pl011>> _tagger;
    private FairShare _shares;
    private InputRouter _router;
    private RingTable _typed;
    private RingTable _written;
    private Pl011 _uart;
    private uint _share;
    private int _self;

    // One for each partition, and the manager's.
    [InlineArray(Limits.PartitionsMax + 1)]
    private struct RingTable
    {
        private ClientRing _element;
    }

    /// <summary>The UART's interrupt; whoever raises it makes the main thread call.</summary>
    public static InterruptLine Interrupt =>
        new((uint)Partition.Window(Partition.FindWindow(WindowKind.Device)).Detail);

    /// <summary>Gets ready and says who has the input.</summary>
    public void Initialize()
    {
        ref readonly PartitionInfo info = ref Partition.Info;
        MemoryWindow registers = Partition.Window(Partition.FindWindow(WindowKind.Device));
        _self = (int)info.Id;
        _uart = new Pl011(registers);
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
        if (IsWrite(in message)) Write(client, ref message);
        else if (message.Label == (uint)ConsoleProtocol.Read) Read(client, ref message);
        else message.Clear();
    }

    /// <summary>Serves a call on another CPU: it takes and gives what rings hold, and does not
    /// wait.</summary>
    /// <param name="message">The request; the reply afterwards.</param>
    public void ServeElsewhere(ref Message message)
    {
        bool isClient = (message.Badge & Badge.KindMask) == Badge.Client;
        if (!isClient || !TryClient(message.Badge, out int client)) message.Clear();
        else if (IsWrite(in message))
        {
            bool comesAgain = message.Label == (uint)ConsoleProtocol.WriteSome;
            int taken = _written[client].Put(TextOf(ref message), comesAgain);
            Interrupt.Raise();
            message.Reply((uint)taken);
        }
        else if (message.Label == (uint)ConsoleProtocol.Read) Read(client, ref message);
        else message.Clear();
    }

    private static bool TryClient(ulong badge, out int client)
    {
        uint id = (uint)badge & 0xff;
        client = id == BadgeManager ? LineTagger<OutputQueue<Pl011>>.Manager : (int)id;
        return id is < Limits.PartitionsMax or BadgeManager;
    }

    private static bool IsWrite(in Message message) =>
        message.Label is (uint)ConsoleProtocol.Write or (uint)ConsoleProtocol.WriteSome;

    // Here only the line can be too slow: then there is no use in trying again.
    private void Write(int client, ref Message message)
    {
        bool comesAgain = message.Label == (uint)ConsoleProtocol.WriteSome;
        ReadOnlySpan<byte> text = TextOf(ref message);
        uint taken = WriteBytes(client, text);
        Finish();
        message.Reply(comesAgain ? (uint)text.Length : taken);
    }

    private static ReadOnlySpan<byte> TextOf(ref Message message)
    {
        bool isInline = message.Descriptor.UtcbWords == 0;
        Span<byte> bytes = isInline
            ? message.Bytes
            : Utcb.Bytes.Slice(0, (int)message.Descriptor.UtcbWords * sizeof(ulong));
        ulong length = message.Words[0];
        return length < (uint)bytes.Length ? bytes.Slice(0, (int)length) : bytes;
    }

    // What a client's share does not allow now stays in its ring until the line has taken the rest.
    private void ShowWritten()
    {
        for (int client = 0; client <= Limits.PartitionsMax; client++)
        {
            ref ClientRing ring = ref _written[client];
            _shares.AddLost(client, ring.TakeLost());
            // A client that writes on meanwhile must not keep the others waiting.
            for (uint left = ring.Count; left != 0; left--)
            {
                if (!_shares.HasRoom(client, _share) && !TryRenew()) break;
                if (!ring.TryTake(out byte value)) break;
                FeedClient(client, value);
            }
        }
    }

    private void FeedClient(int client, byte value)
    {
        uint before = _queue.PutCount;
        _tagger.Feed(ref _queue, client, value);
        _shares.Charge(client, _queue.PutCount - before);
    }

    private uint WriteBytes(int client, ReadOnlySpan<byte> bytes)
    {
        uint taken = 0;
        foreach (byte value in bytes)
        {
            if (!_shares.TryUse(client, _share) && !TryRenew()) break;
            FeedClient(client, value);
            taken++;
        }
        return taken;
    }

    private void Read(int client, ref Message message)
    {
        message.Clear();
        bool isTerminal = ((ulong)Partition.Info.TerminalMask & (1ul << client)) != 0;
        if (!isTerminal) return;
        Span<byte> bytes = message.Bytes;
        int count = 0;
        while (count < bytes.Length && _typed[client].TryTake(out byte value))
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
        ShowWritten();
        Finish();
        Interrupt.Acknowledge();
    }

    // Gives the bit of the client that got something to read.
    private uint Route(byte value)
    {
        switch (_router.Feed(value))
        {
            case InputAction.Deliver:
                return _typed[_router.Focus].TryPut(value) ? 1u << _router.Focus : 0;
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

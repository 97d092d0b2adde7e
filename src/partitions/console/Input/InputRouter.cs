// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Decides who gets typed bytes. The escape key followed by a digit n gives the input to the n-th
/// terminal client, by Tab or <c>n</c> to the next one, by <c>?</c> shows help; typed twice it is
/// sent itself.
/// </summary>
public struct InputRouter
{
    /// <summary>Nobody.</summary>
    public const int Nobody = -1;

    private const byte EscapeKeyDefault = 1;

    private uint _terminalMask;
    private byte _escapeKey;
    private bool _isAfterEscape;

    /// <summary>Gets ready.</summary>
    /// <param name="terminalMask">Bit n set: partition n has a terminal channel.</param>
    /// <param name="firstFocus">Partition that has the input first, if it has a terminal
    /// channel.</param>
    /// <param name="escapeKey">The escape key; 0 for Ctrl-A.</param>
    public void Initialize(uint terminalMask, uint firstFocus, uint escapeKey)
    {
        _terminalMask = terminalMask & ((1u << Limits.PartitionsMax) - 1);
        _escapeKey = escapeKey is 0 or > 0x7f ? EscapeKeyDefault : (byte)escapeKey;
        _isAfterEscape = false;
        Focus = IsTerminal((int)firstFocus) ? (int)firstFocus : Next(Nobody);
    }

    /// <summary>Partition id of the client with the focus, or <see cref="Nobody"/>.</summary>
    public int Focus { get; private set; }

    /// <summary>The escape key as a letter to press with Ctrl, or itself when it is no control
    /// code.</summary>
    public readonly byte EscapeLetter => _escapeKey < 0x20 ? (byte)(_escapeKey + '@') : _escapeKey;

    /// <summary>Whether the escape key is a control code.</summary>
    public readonly bool IsEscapeControl => _escapeKey < 0x20;

    /// <summary>Whether a partition has a terminal channel.</summary>
    /// <param name="client">Partition id.</param>
    /// <returns>True when it has.</returns>
    public readonly bool IsTerminal(int client) =>
        client >= 0 && client < Limits.PartitionsMax && (_terminalMask & (1u << client)) != 0;

    /// <summary>Takes a typed byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>What it asks for.</returns>
    public InputAction Feed(byte value)
    {
        if (!_isAfterEscape)
        {
            _isAfterEscape = value == _escapeKey;
            if (_isAfterEscape || Focus == Nobody) return InputAction.None;
            return InputAction.Deliver;
        }
        _isAfterEscape = false;
        if (value == _escapeKey) return Focus == Nobody ? InputAction.None : InputAction.Deliver;
        return Command(value);
    }

    /// <summary>The next terminal client in the order of ids, around the end.</summary>
    /// <param name="client">Where to start, or <see cref="Nobody"/>.</param>
    /// <returns>Its id; <see cref="Nobody"/> when there is no terminal client.</returns>
    public readonly int Next(int client)
    {
        for (int step = 1; step <= Limits.PartitionsMax; step++)
        {
            int candidate = (client + step) % Limits.PartitionsMax;
            if (IsTerminal(candidate)) return candidate;
        }
        return Nobody;
    }

    private InputAction Command(byte value)
    {
        if (value is (byte)'\t' or (byte)'n') return SwitchTo(Next(Focus));
        if (value is >= (byte)'1' and <= (byte)'9') return SwitchTo(Nth(value - '1'));
        return InputAction.Help;
    }

    private readonly int Nth(int number)
    {
        for (int client = 0; client < Limits.PartitionsMax; client++)
        {
            if (IsTerminal(client) && number-- == 0) return client;
        }
        return Nobody;
    }

    private InputAction SwitchTo(int client)
    {
        if (client == Nobody) return InputAction.Help;
        Focus = client;
        return InputAction.Switch;
    }
}

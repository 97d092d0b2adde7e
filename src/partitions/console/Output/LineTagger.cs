// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Puts the clients' texts together to one stream of lines <c>[name] text</c>. One unfinished line
/// at a time is on the terminal: that of the client with the focus, or else of whoever wrote first.
/// The others' lines are kept until they end; then the shown one makes room, and the focused
/// client's is shown again below.
/// </summary>
/// <typeparam name="TSink">Where bytes go.</typeparam>
public struct LineTagger<TSink> where TSink : struct, ISink
{
    /// <summary>Number of clients: the partitions and the manager.</summary>
    public const int ClientsMax = Limits.PartitionsMax + 1;

    /// <summary>Index of the manager.</summary>
    public const int Manager = Limits.PartitionsMax;

    /// <summary>Columns of a line, its tag included, when nobody says otherwise.</summary>
    public const int ColumnsDefault = Line.CellsMax;

    private const int ColumnsMin = 40;
    private const int TagExtraColumns = 4;
    private const int None = -1;

    private ClientTable _clients;
    private Display _display;
    private int _shown;
    private int _focus;
    private int _columns;

    [InlineArray(ClientsMax)]
    private struct ClientTable
    {
        private ClientText _element;
    }

    /// <summary>Gets ready: nothing is shown, nobody has the focus.</summary>
    /// <param name="columns">Columns after which a line is broken, 40 to 240; 0 for the
    /// default.</param>
    public void Initialize(ulong columns)
    {
        _shown = None;
        _focus = None;
        _columns = columns is >= ColumnsMin and < ColumnsDefault ? (int)columns : ColumnsDefault;
        _clients[Manager].Name = default;
        "manager"u8.CopyTo(_clients[Manager].Name);
    }

    /// <summary>Gives a partition its name.</summary>
    /// <param name="client">Partition id.</param>
    /// <param name="name">The name.</param>
    public void SetName(int client, in PartitionName name) => _clients[client].Name = name;

    /// <summary>The name of a client.</summary>
    /// <param name="client">Its index.</param>
    /// <returns>The name without padding.</returns>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ReadOnlySpan<byte> Name(int client)
    {
        ref PartitionName name = ref _clients[client].Name;
        int length = name.Length;
        Span<byte> bytes = name;
        return bytes.Slice(0, length);
    }

    /// <summary>Gives a client the focus: its unfinished line is shown from now on.</summary>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="client">Its index, or -1 for nobody.</param>
    public void SetFocus(ref TSink sink, int client)
    {
        _focus = client;
        if (client == None || _clients[client].Line.Length == 0 || _shown == client) return;
        Interrupt(ref sink);
        Settle(ref sink);
    }

    /// <summary>Takes one byte of a client's output. <see cref="Settle"/> must follow.</summary>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="client">Its index.</param>
    /// <param name="value">The byte.</param>
    public void Feed(ref TSink sink, int client, byte value)
    {
        ref ClientText text = ref _clients[client];
        TextEvent action = text.Filter.Feed(value);
        if (action.Operation == TextOperation.None) return;
        if (action.Operation == TextOperation.LineFeed)
        {
            EndLine(ref sink, client);
            return;
        }
        bool isReturn = action.Operation == TextOperation.CarriageReturn;
        if (text.IsReturnPending && !isReturn) Return(ref sink, client);
        text.IsReturnPending = isReturn;
        if (!isReturn) Apply(ref sink, client, action);
    }

    /// <summary>Shows the focused client's unfinished line again if another's line broke it
    /// off.</summary>
    /// <param name="sink">Where bytes go.</param>
    public void Settle(ref TSink sink)
    {
        if (_shown != None || _focus == None || _clients[_focus].Line.Length == 0) return;
        Show(ref sink, _focus);
    }

    private void Apply(ref TSink sink, int client, TextEvent action)
    {
        ref Line line = ref _clients[client].Line;
        if (action.Operation == TextOperation.Character)
        {
            Put(ref sink, client, action.Operand);
            return;
        }
        bool isShown = _shown == client;
        switch (action.Operation)
        {
            case TextOperation.Left:
                uint left = line.Left(action.Operand);
                if (isShown) Display.Move(ref sink, left, (byte)'D');
                break;
            case TextOperation.Right:
                uint right = line.Right(action.Operand);
                if (isShown) Display.Move(ref sink, right, (byte)'C');
                break;
            case TextOperation.EraseToEnd:
                line.EraseToEnd();
                if (isShown) _display.EraseToEnd(ref sink);
                break;
            default:
                break;
        }
    }

    private void Put(ref TSink sink, int client, uint codePoint)
    {
        ref ClientText text = ref _clients[client];
        if (text.Line.Cursor + TagColumns(client) >= _columns) EndLine(ref sink, client);
        if (_shown != client && (_shown == None || client == _focus))
        {
            Interrupt(ref sink);
            Show(ref sink, client);
        }
        text.Line.Put(codePoint, text.Filter.Style);
        if (_shown == client) _display.Character(ref sink, codePoint, text.Filter.Style);
    }

    private int TagColumns(int client) => _clients[client].Name.Length + TagExtraColumns;

    private void Return(ref TSink sink, int client)
    {
        _clients[client].Line.Return();
        if (_shown != client) return;
        sink.Put((byte)'\r');
        _display.Tag(ref sink, Name(client));
    }

    private void EndLine(ref TSink sink, int client)
    {
        ref ClientText text = ref _clients[client];
        text.IsReturnPending = false;
        if (_shown != client)
        {
            Interrupt(ref sink);
            Show(ref sink, client);
        }
        text.Line.Clear();
        _display.EndLine(ref sink);
        _shown = None;
    }

    // The focused client's line is taken away, because it will be shown again below: so it stays
    // the last line of the terminal. Any other is left standing; it may be the last that its client
    // ever wrote.
    private void Interrupt(ref TSink sink)
    {
        if (_shown == None) return;
        if (_shown == _focus) _display.EraseLine(ref sink);
        else _display.EndLine(ref sink);
        _shown = None;
    }

    private void Show(ref TSink sink, int client)
    {
        _shown = client;
        _display.Tag(ref sink, Name(client));
        ref Line line = ref _clients[client].Line;
        for (int index = 0; index < line.Length; index++)
        {
            _display.Character(ref sink, line.CodePoint(index), line.Style(index));
        }
        uint back = (uint)(line.Length - line.Cursor);
        line.MoveToEnd();
        Display.Move(ref sink, line.Left(back), (byte)'D');
    }
}

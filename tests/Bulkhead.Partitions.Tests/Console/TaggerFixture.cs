// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Partitions.Console;

namespace Bulkhead.Partitions.Tests.Console;

/// <summary>A tagger with clients "a", "b" and "con", and what it sent.</summary>
internal sealed class TaggerFixture
{
    public const int A = 0;
    public const int B = 1;
    public const int Con = 2;

    private LineTagger<ListSink> _tagger;
    private ListSink _sink = new();

    public TaggerFixture(int focus = -1, ulong columns = 0)
    {
        _tagger.Initialize(columns);
        _tagger.SetName(A, Name("a"));
        _tagger.SetName(B, Name("b"));
        _tagger.SetName(Con, Name("con"));
        Focus(focus);
    }

    public string Text => _sink.Text;

    public TerminalModel Terminal
    {
        get
        {
            var terminal = new TerminalModel();
            terminal.Write(_sink.Bytes);
            return terminal;
        }
    }

    public static PartitionName Name(string text)
    {
        PartitionName name = default;
        Encoding.ASCII.GetBytes(text).CopyTo((Span<byte>)name);
        return name;
    }

    public TaggerFixture Write(int client, string text) =>
        Write(client, Encoding.UTF8.GetBytes(text));

    public TaggerFixture Write(int client, byte[] bytes)
    {
        foreach (byte value in bytes) _tagger.Feed(ref _sink, client, value);
        _tagger.Settle(ref _sink);
        return this;
    }

    public TaggerFixture Focus(int client)
    {
        _tagger.SetFocus(ref _sink, client);
        return this;
    }
}

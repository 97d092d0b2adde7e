// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Partitions.Console;

namespace Bulkhead.Partitions.Tests.Console;

/// <summary>Keeps what the console sends.</summary>
internal readonly struct ListSink() : ISink
{
    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public string Text => Encoding.UTF8.GetString(Bytes);

    public void Put(byte value) => _bytes.Add(value);
}

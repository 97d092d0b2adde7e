// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// Looks over the shoulder of a script: keeps the console's log, reads records, and notes which
/// sightings came true. Written to as a stream, because that is what a script logs to.
/// </summary>
/// <param name="log">Gets everything as it comes.</param>
/// <param name="partitions">Partitions whose records must end.</param>
/// <param name="sightings">What to look out for.</param>
public sealed class ConsoleWatch(
    Stream log, IReadOnlyList<string> partitions, IReadOnlyList<Sighting> sightings)
    : WriteOnlyStream
{
    private const int RecentLinesMax = 8;
    private const int RecentColumnsMax = 160;

    private readonly RecordReader _records = new(partitions);
    private readonly Dictionary<Sighting, string> _seen = [];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly TerminalLine _line = new();
    private readonly Queue<string> _recent = [];

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsComplete => _records.IsComplete
        && sightings.All(sighting => !sighting.IsWanted || _seen.ContainsKey(sighting));

    /// <summary>Whether something showed that never may.</summary>
    public bool IsBroken => _seen.Keys.Any(sighting => !sighting.IsWanted);

    /// <summary>The last lines, in one.</summary>
    public string LastLines => string.Join(" | ", _recent);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        log.Write(buffer);
        Span<char> characters = new char[buffer.Length + 1];
        int count = _decoder.GetChars(buffer, characters, flush: false);
        foreach (char value in characters[..count])
        {
            if (_line.Feed(value))
            {
                Take(_line.Text);
                _line.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush() => log.Flush();

    /// <summary>What everything came to.</summary>
    /// <param name="suite">Suite that the sightings belong to.</param>
    /// <returns>Records, partitions that did not end, sightings.</returns>
    public IEnumerable<TestOutcome> Outcomes(string suite) =>
    [
        .. _records.Outcomes,
        .. _records.Waiting.Select(partition => new TestOutcome(
            suite, partition, false, $"its tests did not end; last: {LastLines}")),
        .. sightings.Select(sighting => new TestOutcome(
            suite, sighting.Name, _seen.ContainsKey(sighting) == sighting.IsWanted,
            _seen.GetValueOrDefault(sighting, $"not seen: {sighting.Pattern}"))
        {
            IsShown = sighting.IsShown,
        }),
    ];

    // A guest may print anything; whoever reads the report shall be able to.
    private static string Readable(string line) => string.Concat(
        line.Take(RecentColumnsMax).Select(value => value is >= ' ' and <= '~' ? value : '.'));

    private void Take(string line)
    {
        _records.Feed(line);
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Pattern.IsMatch(line))
            {
                _seen.TryAdd(sighting, line);
            }
        }

        _recent.Enqueue(Readable(line));
        if (_recent.Count > RecentLinesMax)
        {
            _recent.Dequeue();
        }
    }
}

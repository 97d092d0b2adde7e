// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Invariants;

/// <summary>A text that is only put together when the condition it explains does not
/// hold.</summary>
[InterpolatedStringHandler]
internal ref struct LazyText
{
    private DefaultInterpolatedStringHandler _text;

    public LazyText(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        if (isNeeded) _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string format) => _text.AppendFormatted(value, format);

    public readonly override string ToString() => _text.ToString();
}

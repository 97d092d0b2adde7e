// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Native;

namespace Bulkhead.Samples.Average;

/// <summary>Writes texts to the partition's log.</summary>
internal static class Console
{
    /// <summary>Writes a line.</summary>
    /// <param name="text">Its text.</param>
    internal static void WriteLine(string text) => Log.WriteLine(Encoding.UTF8.GetBytes(text));
}

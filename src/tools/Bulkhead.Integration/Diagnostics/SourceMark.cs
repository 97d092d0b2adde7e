// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Diagnostics;

/// <summary>A place in a text file, as an editor counts it.</summary>
/// <param name="File">Path as the user wrote it.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in characters, from 1; 0 when the whole line is meant.</param>
public readonly record struct SourceMark(string File, int Line, int Column)
{
    /// <summary>A mark for a file as a whole.</summary>
    /// <param name="file">Path as the user wrote it.</param>
    /// <returns>A mark without line and column.</returns>
    public static SourceMark OfFile(string file) => new(file, 0, 0);

    /// <summary>
    /// <c>file:line:column</c>, the form that editors and terminals make clickable.
    /// </summary>
    /// <returns>The text; line and column are left out when they are not known.</returns>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}

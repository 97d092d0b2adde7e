// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Puts object files into an archive: the linker takes of it what something asks for.
/// </summary>
public static class Archiver
{
    private static readonly ExternalTool _tool =
        new("aarch64-linux-gnu-ar", "binutils-aarch64-linux-gnu");

    /// <summary>Makes the archive when an object has changed.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="objects">Object files.</param>
    /// <param name="output">The archive.</param>
    /// <exception cref="ToolchainException">The archiver refused; its words are
    /// included.</exception>
    public static void Archive(
        ToolchainContext context, IReadOnlyList<string> objects, string output)
    {
        // Deterministic: no times, no owners.
        string[] arguments = ["rcsD", output, .. objects];
        var hash = new ContentHash().Add(arguments);
        foreach (string file in objects)
            hash.AddFile(file);
        var stamp = new BuildStamp(output, hash.Finish());
        if (stamp.IsCurrent)
            return;
        context.Report($"archive {context.Display(output)}");
        stamp.Begin();
        // It would add to what is there.
        File.Delete(output);
        _tool.Run(arguments);
        stamp.Complete();
    }
}

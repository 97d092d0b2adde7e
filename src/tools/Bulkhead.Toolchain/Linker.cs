// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Puts object files together under a linker script.</summary>
public static class Linker
{
    private static readonly ExternalTool _tool =
        new("aarch64-linux-gnu-ld", "binutils-aarch64-linux-gnu");

    /// <summary>
    /// Links when an object or the script has changed; a map lies beside the result.
    /// </summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="objects">Object files in order.</param>
    /// <param name="script">Linker script.</param>
    /// <param name="output">The ELF program.</param>
    /// <param name="options">More options of the linker.</param>
    /// <exception cref="ToolchainException">The linker refused; its words are included.</exception>
    public static void Link(
        ToolchainContext context,
        IReadOnlyList<string> objects,
        string script,
        string output,
        IReadOnlyList<string>? options = null)
    {
        if (!File.Exists(script))
            throw new ToolchainException($"The linker script {script} does not exist.");
        string[] arguments =
        [
            "-nostdlib", "-static", "--build-id=none", "-z", "max-page-size=4096",
            "-z", "noexecstack", "--no-warn-rwx-segments", "-Map", output + ".map",
            "-T", script, "-o", output, .. options ?? [], .. objects,
        ];
        var hash = new ContentHash().Add(arguments).AddFile(script);
        foreach (string file in objects)
            hash.AddFile(file);
        var stamp = new BuildStamp(output, hash.Finish());
        if (stamp.IsCurrent)
            return;
        context.Report($"link {context.Display(output)}");
        stamp.Begin();
        _tool.Run(arguments);
        stamp.Complete();
    }
}

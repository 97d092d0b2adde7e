// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Turns one assembly source into an object file.</summary>
public static class Assembler
{
    private static readonly ExternalTool _tool =
        new("aarch64-linux-gnu-as", "binutils-aarch64-linux-gnu");

    /// <summary>Assembles when the source, or a file that it includes, has changed.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="source">
    /// A <c>.S</c> file in plain GNU syntax; <c>.include</c> looks beside it.
    /// </param>
    /// <param name="output">The object file.</param>
    /// <exception cref="ToolchainException">
    /// The assembler refused; its words are included.
    /// </exception>
    public static void Assemble(ToolchainContext context, string source, string output)
    {
        string folder = Path.GetDirectoryName(source)!;
        string[] arguments = ["-march=armv8-a", "-g", "-I", folder, "-o", output, source];
        var hash = new ContentHash().Add(arguments);
        foreach (string input in AssemblyIncludes.Of(source))
            hash.AddFile(input);
        var stamp = new BuildStamp(output, hash.Finish());
        if (stamp.IsCurrent)
            return;
        context.Report($"assemble {context.Display(source)}");
        stamp.Begin();
        _tool.Run(arguments);
        stamp.Complete();
    }
}

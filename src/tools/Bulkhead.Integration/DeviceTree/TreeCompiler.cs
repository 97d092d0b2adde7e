// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Packages;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>
/// Reads a tree or overlay file: a blob as it is, source text through <c>dtc</c>.
/// </summary>
/// <param name="runner">Runs <c>dtc</c>.</param>
public sealed class TreeCompiler(ICommandRunner runner)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">A <c>.dtb</c>, <c>.dtbo</c> or <c>.dts</c> file.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DeviceTreeException">The file is neither, or does not compile.</exception>
    public DeviceTreeNode Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return BlobReader.Read(BlobReader.IsBlob(bytes) ? bytes : Compile(path));
    }

    private byte[] Compile(string path)
    {
        if (!Path.GetExtension(path).StartsWith(".dts", StringComparison.Ordinal))
        {
            throw new DeviceTreeException("this is not a flattened device tree");
        }

        string output = Path.GetTempFileName();
        try
        {
            CommandResult result = runner.Run(
                "dtc", ["-q", "-@", "-I", "dts", "-O", "dtb", "-o", output, path]);
            return result.ExitCode == 0 ? File.ReadAllBytes(output)
                : throw new DeviceTreeException(result.ExitCode == CommandResult.NotFound
                    ? "source text needs dtc: apt-get install device-tree-compiler"
                    : $"it does not compile: {result.LastLine}");
        }
        finally
        {
            File.Delete(output);
        }
    }
}

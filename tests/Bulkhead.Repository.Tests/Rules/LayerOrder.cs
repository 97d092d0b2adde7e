// SPDX-License-Identifier: MIT
using System.Xml.Linq;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>
/// Projects refer to each other in one direction. A project outside the table's folders is refused,
/// so that a new one must take its place here.
/// </summary>
public sealed class LayerOrder : Rule
{
    private static readonly string[] s_kernelParts = ["src/abi", "src/pools", "src/kernel"];

    private static readonly string[] s_program =
        ["src/abi", "src/abi-partitions", "src/sdk", "src/managed"];

    // The longest folder that a project lies in counts.
    private static readonly Dictionary<string, string[]> s_layers = new()
    {
        ["src/abi"] = [],
        ["src/abi-partitions"] = ["src/abi"],
        ["src/corelib"] = [],
        ["src/runtime"] = [],
        ["src/runtime/threading"] = ["src/runtime/scoped"],
        ["src/managed"] = ["src/abi", "src/sdk"],
        ["src/host"] = ["src/abi", "src/abi-partitions", "src/host"],
        ["src/pools"] = ["src/abi"],
        ["src/kernel"] = ["src/abi", "src/pools"],
        ["src/asp"] = s_kernelParts,
        ["src/psp"] = s_kernelParts,
        ["src/image"] = [.. s_kernelParts, "src/asp/arm64", "src/psp"],
        ["src/image-spin-table"] = [.. s_kernelParts, "src/asp/arm64", "src/psp"],
        ["src/reference"] = [],
        ["src/specification"] = ["src/abi"],
        ["src/simulation"] =
        [
            .. s_kernelParts, "src/abi-partitions", "src/asp/simulated", "src/reference",
            "src/specification",
        ],
        ["src/proofs"] = [.. s_kernelParts, "src/asp", "src/psp", "src/sdk", "src/partitions"],
        ["src/sdk"] = ["src/abi", "src/abi-partitions"],
        ["src/partitions"] = s_program,
        ["samples"] = s_program,
        ["partitions"] = [.. s_program, "partitions"],
        ["src/tools/Bulkhead.Toolchain"] = [],
        ["src/tools/Bulkhead.Integration"] = ["src/abi", "src/abi-partitions"],
        ["src/tools/Bulkhead.Documentation"] = ["src/abi"],
        ["src/tools/Bulkhead.ScopeAnalyzer"] = [],
        ["src/tools/Bulkhead.Seeding"] = ["src/simulation"],
        ["src/tools/Bulkhead.Cli"] =
        [
            "src/abi", "src/tools/Bulkhead.Integration", "src/tools/Bulkhead.Toolchain",
            "src/tools/Bulkhead.Documentation", "src/tools/Bulkhead.Seeding", "src/simulation",
            "src/proofs",
        ],
        ["tests"] = ["src", "samples", "tests"],
        ["tests/target"] = [.. s_program, "tests/target"],
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsNamed(".csproj")) return [];
        string? layer = s_layers.Keys.Where(key => file.IsIn(key)).MaxBy(key => key.Length);
        if (layer is null) return [file.At(1, "lies in no layer; see LayerOrder")];
        return References(file).Where(target => !s_layers[layer].Any(
                allowed => target.StartsWith(allowed + "/", StringComparison.Ordinal)))
            .Select(target => file.At(1, $"{layer} must not refer to {target}"));
    }

    private static IEnumerable<string> References(SourceFile file) =>
        XDocument.Parse(file.Text).Descendants("ProjectReference")
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Resolve(Path.GetDirectoryName(file.Path)!, path));

    private static string Resolve(string folder, string path) =>
        Path.GetFullPath(Path.Combine("/", folder, path))[1..];
}

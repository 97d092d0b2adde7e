// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Text.RegularExpressions;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Layout;

namespace Bulkhead.Integration.Tests.Description;

/// <summary>Reader, schema and documentation describe one format.</summary>
public sealed partial class FormatAgreementTests
{
    private static readonly string s_docs = Path.Combine(FindRoot(), "docs");
    private static readonly string s_page =
        File.ReadAllText(Path.Combine(s_docs, "system-description.md"));

    [Fact]
    public void The_schema_is_what_the_writer_writes() => Assert.Equal(
        SchemaWriter.Write(), File.ReadAllText(Path.Combine(s_docs, "system.schema.json")));

    [Fact]
    public void The_documentation_has_every_key_in_its_section_and_no_other()
    {
        foreach (DescriptionSection section in DescriptionFormat.Sections)
        {
            string heading = section.Name == "system" ? "The whole file" : section.Name;
            string text = s_page.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
            Assert.Equal(
                section.Keys.Select(key => key.Name),
                KeyRow().Matches(text).Select(match => match.Groups[1].Value));
        }
    }

    [Fact]
    public void The_documentation_has_every_diagnostic()
    {
        string[] ids = [.. typeof(DiagnosticId).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, IdRow().Matches(s_page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_documentation_has_every_pool_of_the_kernel()
    {
        IEnumerable<KernelPool> pools = typeof(KernelPool)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (KernelPool)property.GetValue(null)!);
        Assert.Equal(
            pools.Select(pool => $"{pool.Capacity} {pool.Things.Split(',')[0]}"),
            PoolRow().Matches(s_page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}"));
    }

    [Fact]
    public void The_example_of_the_documentation_is_right()
    {
        using TestTree tree = new();
        string example = s_page.Split("## Example")[1].Split("```yaml\n")[1].Split("```")[0];
        Assert.NotNull(tree.Read(example));
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void Every_example_of_a_key_is_accepted()
    {
        foreach (DescriptionKey key in DescriptionFormat.Sections.SelectMany(s => s.Keys))
        {
            string example = key.Example.Trim('"');
            Assert.True(key.Kind switch
            {
                ValueKind.Size => SizeText.TryParse(example, out _),
                ValueKind.Duration => DurationText.TryParse(example, out _),
                ValueKind.Address or ValueKind.Number => NumberText.TryParse(example, out _),
                ValueKind.Word => key.Words.Contains(example),
                ValueKind.Key => EscapeKeyText.TryParse(example, out _),
                _ => example.Length > 0,
            }, key.Name);
        }
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"^\| (\d+) \| ([a-z -]+) \|", RegexOptions.Multiline)]
    private static partial Regex PoolRow();

    [GeneratedRegex(@"^\| (BH\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex IdRow();
}

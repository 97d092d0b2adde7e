// SPDX-License-Identifier: MIT
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Writes the format as a JSON schema, which YAML editors complete and check by. The committed
/// <c>docs/system.schema.json</c> is its output; a test compares them.
/// </summary>
public static class SchemaWriter
{
    private const string NamePattern = "^[a-z][a-z0-9_-]{0,23}$";
    private const string SizePattern =
        @"^([0-9][0-9_]*(\.[0-9]+)? ?(B|KiB|MiB|GiB)|0x[0-9A-Fa-f_]+)$";
    private const string DurationPattern = @"^[0-9][0-9_]*(\.[0-9]+)? ?(ns|us|µs|ms|s)$";
    private const string AddressPattern = "^(0x[0-9A-Fa-f_]+|[0-9_]+)$";
    private const string KeyPattern = @"^[Cc][Tt][Rr][Ll]-[A-Za-z\\\]^_]$";

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the schema.</summary>
    /// <returns>The schema, with a line end at its end.</returns>
    public static string Write()
    {
        JsonObject definitions = [];
        foreach (DescriptionSection section in DescriptionFormat.Sections.Skip(1))
        {
            definitions.Add(section.Name, Section(section));
        }

        JsonObject root = Section(DescriptionFormat.System);
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Bulkhead system description",
        };
        foreach ((string key, JsonNode? value) in root.ToArray())
        {
            root.Remove(key);
            schema.Add(key, value);
        }

        schema.Add("$defs", definitions);
        return schema.ToJsonString(s_options) + "\n";
    }

    private static JsonObject Section(DescriptionSection section)
    {
        JsonObject properties = [];
        foreach (DescriptionKey key in section.Keys)
        {
            JsonObject value = Value(key);
            value.Insert(0, "description", Text(key));
            properties.Add(key.Name, value);
        }

        JsonObject node = new()
        {
            ["description"] = section.Summary,
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        JsonNode[] required =
            [.. section.Keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)];
        if (required.Length > 0)
        {
            node.Add("required", new JsonArray(required));
        }

        return node;
    }

    private static string Text(DescriptionKey key) =>
        key.Default.Length == 0 ? key.Summary : $"{key.Summary} Default: {key.Default}.";

    private static JsonObject Value(DescriptionKey key) => key.Kind switch
    {
        ValueKind.Word => Words(key),
        ValueKind.ScheduleWords => new()
        {
            ["anyOf"] = new JsonArray(Words(key), new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = NamePattern },
                ["additionalProperties"] = Words(key),
            }),
        },
        ValueKind.Number => Number(key),
        ValueKind.NumberList => new()
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = Number(key),
        },
        ValueKind.Size => Pattern(SizePattern),
        ValueKind.Duration => Pattern(DurationPattern),
        ValueKind.Address => new()
        {
            ["type"] = new JsonArray("string", "integer"),
            ["pattern"] = AddressPattern,
        },
        ValueKind.PartitionName or ValueKind.TimePartitionName or ValueKind.ThreadName =>
            Pattern(NamePattern),
        ValueKind.Flag => new() { ["type"] = "boolean" },
        ValueKind.WordList => new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. key.Words.Select(word => (JsonNode)word)]),
            },
        },
        ValueKind.Key => Pattern(KeyPattern),
        ValueKind.PathList or ValueKind.DeviceList => new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
        },
        ValueKind.Section => Reference(key.Section),
        ValueKind.SectionList => new()
        {
            ["type"] = "array",
            ["items"] = Reference(key.Section),
        },
        ValueKind.NamedSections => new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["propertyNames"] = new JsonObject { ["pattern"] = NamePattern },
            ["additionalProperties"] = Reference(key.Section),
        },
        _ => new() { ["type"] = new JsonArray("string", "null") },
    };

    private static JsonObject Words(DescriptionKey key) => new()
    {
        ["enum"] = new JsonArray([.. key.Words.Select(word => (JsonNode)word)]),
    };

    private static JsonObject Number(DescriptionKey key)
    {
        JsonObject node = new() { ["type"] = "integer", ["minimum"] = key.Minimum };
        if (key.Maximum != ulong.MaxValue)
        {
            node.Add("maximum", key.Maximum);
        }

        return node;
    }

    private static JsonObject Pattern(string pattern) =>
        new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Reference(string section) =>
        new() { ["$ref"] = $"#/$defs/{section}" };
}

// SPDX-License-Identifier: MIT
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bulkhead.Cli.Mutation;

/// <summary>Keeps results by file, so that the next run only measures what has changed.</summary>
/// <param name="folder">Where they lie.</param>
public sealed class MutationStore(string folder)
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>The hash that a result belongs to.</summary>
    /// <param name="text">Text of a source file.</param>
    /// <returns>Twelve hexadecimal digits.</returns>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <summary>Keeps a result.</summary>
    /// <param name="result">The result.</param>
    public void Save(FileMutation result)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PlaceOf(result.File), JsonSerializer.Serialize(result, s_options));
    }

    /// <summary>Finds the result of a file.</summary>
    /// <param name="file">The file, from the kernel's folder.</param>
    /// <returns>The result, perhaps of an older text; null when there is none.</returns>
    public FileMutation? Find(string file)
    {
        try
        {
            return File.Exists(PlaceOf(file))
                ? JsonSerializer.Deserialize<FileMutation>(File.ReadAllText(PlaceOf(file)))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PlaceOf(string file) =>
        Path.Combine(folder, file.Replace('/', '.') + ".json");
}

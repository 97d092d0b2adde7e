// SPDX-License-Identifier: MIT
using System.Security.Cryptography;
using System.Text;

namespace Bulkhead.Toolchain;

/// <summary>Names a build step by the content of everything that goes into it.</summary>
public sealed class ContentHash
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a text, such as an option.</summary>
    /// <returns>The same object, to go on.</returns>
    public ContentHash Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        // The length first: "ab" + "c" and "a" + "bc" must differ.
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>Adds several texts in order.</summary>
    /// <returns>The same object, to go on.</returns>
    public ContentHash Add(IEnumerable<string> texts)
    {
        foreach (string text in texts)
            Add(text);
        return this;
    }

    /// <summary>Adds a file: its path and its bytes; a missing file counts as such.</summary>
    /// <returns>The same object, to go on.</returns>
    public ContentHash AddFile(string path)
    {
        Add(path);
        return Add(File.Exists(path) ? OfFile(path) : "missing");
    }

    /// <summary>The name: 64 hexadecimal digits. The object cannot be used afterwards.</summary>
    public string Finish()
    {
        string name = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _hash.Dispose();
        return name;
    }

    /// <summary>SHA-256 of a file's bytes, 64 hexadecimal digits.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Remembers beside a result which inputs it was made from.</summary>
public sealed class BuildStamp
{
    private readonly string _path;
    private readonly string _key;

    /// <summary>Looks at a result.</summary>
    /// <param name="output">The file that the step makes.</param>
    /// <param name="key">Name of the inputs, from <see cref="ContentHash"/>.</param>
    public BuildStamp(string output, string key)
    {
        Output = output;
        _path = output + ".stamp";
        _key = key;
    }

    /// <summary>The file that the step makes.</summary>
    public string Output { get; }

    /// <summary>Whether the result is there, unaltered, and made from the same inputs.</summary>
    public bool IsCurrent =>
        File.Exists(Output) && File.Exists(_path) && File.ReadAllText(_path) == Text();

    /// <summary>
    /// Forgets the result before it is made again, so that a failure leaves no claim.
    /// </summary>
    public void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Output)!);
        File.Delete(_path);
    }

    /// <summary>Says that the result now belongs to the inputs.</summary>
    public void Complete() => File.WriteAllText(_path, Text());

    private string Text() => _key + "\n" + ContentHash.OfFile(Output) + "\n";
}

// SPDX-License-Identifier: MIT
using System.Text.Json;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// Allow-lists and budgets of a kind of program; <c>eng/gates.json</c> holds them.
/// </summary>
public sealed record GatePolicy
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling =
            System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Runtime symbols that compiled code may leave for others to define.</summary>
    public IReadOnlyList<string> RuntimeSymbols { get; init; } = [];

    /// <summary>
    /// Assemblies that may name symbols of hand-written code (<c>RuntimeImport</c>).
    /// </summary>
    public IReadOnlyList<string> ImportingAssemblies { get; init; } = [];

    /// <summary>Assemblies that may be compiled with unsafe code.</summary>
    public IReadOnlyList<string> UnsafeAssemblies { get; init; } = [];

    /// <summary>Functions that may use floating-point and vector registers.</summary>
    public IReadOnlyList<string> VectorFunctions { get; init; } = [];

    /// <summary>
    /// Functions that may throw: those of the core library that become the panic.
    /// </summary>
    public IReadOnlyList<string> PanicSources { get; init; } = [];

    /// <summary>Functions that never return; what they use of the stack is counted apart.</summary>
    public IReadOnlyList<string> PanicEntries { get; init; } = [];

    /// <summary>
    /// Functions that may call or jump through a register, or set the stack pointer freely.
    /// </summary>
    public IReadOnlyList<string> IndirectCallers { get; init; } = [];

    /// <summary>Functions that give memory: no code of tier 0 may reach one.</summary>
    public IReadOnlyList<string> Allocators { get; init; } = [];

    /// <summary>Functions that hand-written code enters compiled code at.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>
    /// Largest size of code and read-only data together, in bytes; 0 is no limit.
    /// </summary>
    public long TextBytesMax { get; init; }

    /// <summary>Largest size of everything in memory, in bytes; 0 is no limit.</summary>
    public long MemoryBytesMax { get; init; }

    /// <summary>Deepest stack, in bytes; 0 is no limit.</summary>
    public long StackBytesMax { get; init; }

    /// <summary>Most lines of assembly that are neither blank nor comment; 0 is no limit.</summary>
    public int AssemblyLinesMax { get; init; }

    /// <summary>Reads the policy of one kind of program.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">Name of the section, such as <c>kernel</c>.</param>
    /// <exception cref="ToolchainException">
    /// The file is missing or says something unknown.
    /// </exception>
    public static GatePolicy Read(string path, string kind)
    {
        try
        {
            Dictionary<string, GatePolicy>? all =
                JsonSerializer.Deserialize<Dictionary<string, GatePolicy>>(
                    File.ReadAllText(path), _format);
            return all is not null && all.TryGetValue(kind, out GatePolicy? policy)
                ? policy
                : throw new ToolchainException($"{path} has no section '{kind}'.");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new ToolchainException($"{path} cannot be read: {error.Message}");
        }
    }
}

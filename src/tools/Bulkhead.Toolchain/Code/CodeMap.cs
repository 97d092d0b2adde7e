// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Code;

/// <summary>All functions of a linked program.</summary>
public sealed class CodeMap
{
    private readonly Function[] _functions;

    private CodeMap(Function[] functions) => _functions = functions;

    /// <summary>Functions by address.</summary>
    public IReadOnlyList<Function> Functions => _functions;

    /// <summary>Every instruction with its function.</summary>
    public IEnumerable<(Function Function, Instruction Instruction)> Instructions =>
        _functions.SelectMany(function =>
            function.Instructions.Select(instruction => (function, instruction)));

    /// <summary>Cuts the executable sections of a program at its symbols.</summary>
    public static CodeMap Of(ElfFile file)
    {
        List<Function> functions = [];
        foreach (ElfSection section in file.Sections)
        {
            if (section.IsAllocated && section.IsExecutable && section.HasBytes)
                functions.AddRange(new SectionCutter(file, section).Cut());
        }
        return new CodeMap([.. functions.OrderBy(function => function.Start)]);
    }

    /// <summary>The function that an address lies in; null when it lies in none.</summary>
    public Function? At(ulong address)
    {
        int low = 0, high = _functions.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Function function = _functions[middle];
            if (address < function.Start)
                high = middle - 1;
            else if (address >= function.End)
                low = middle + 1;
            else
                return function;
        }
        return null;
    }

    /// <summary>The function of a name; null when there is none.</summary>
    public Function? Find(string name) =>
        _functions.FirstOrDefault(function => function.Names.Contains(name));
}

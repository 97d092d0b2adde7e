// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// No function of the core library comes back to its own start. Intrinsics are written as calls of
/// themselves which the native compiler replaces; one that it does not know would be an endless
/// loop.
/// </summary>
public sealed class SelfCallGate : IGate
{
    private static readonly NamePatterns _coreLibrary = new(["S_P_CoreLib_*"]);

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<Function> checkedFunctions =
            [.. subject.Code.Functions.Where(function => function.Matches(_coreLibrary))];
        List<string> offences =
        [
            .. checkedFunctions.Where(ComesBack).Select(function =>
                $"{function.Name} calls itself: the native compiler did not replace it."),
        ];
        return new GateResult(
            "intrinsics", $"{checkedFunctions.Count} functions of the core library", offences);
    }

    // Loops never go back to the instruction that sets up the frame.
    private static bool ComesBack(Function function) =>
        function.Instructions.Any(instruction =>
            instruction.Target == function.Start
            && (instruction.IsCall || StackChange.Of(function.Instructions[0]).Bytes < 0));
}

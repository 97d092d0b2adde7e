// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>Exception classes that the kernel tells apart (Arm ARM D19.2.37, EC).</summary>
internal enum ExceptionClass : uint
{
    Unknown = 0x00,
    Wait = 0x01,
    Vectors = 0x07,
    PointerAuthentication = 0x09,
    IllegalState = 0x0e,
    Supervisor64 = 0x15,
    Hypervisor64 = 0x16,
    SecureMonitor64 = 0x17,
    SystemRegister = 0x18,
    ScalableVectors = 0x19,
    MatrixExtension = 0x1d,
    InstructionAbort = 0x20,
    ProgramCounterAlignment = 0x22,
    DataAbort = 0x24,
    StackAlignment = 0x26,
    SystemError = 0x2f,
    Breakpoint = 0x3c,
}

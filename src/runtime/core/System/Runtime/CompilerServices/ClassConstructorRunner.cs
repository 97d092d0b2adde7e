// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace System.Runtime.CompilerServices;

/// <summary>Stands before the statics of a type whose constructor may still have to run.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct StaticClassConstructionContext
{
    /// <summary>The constructor; 0 once it has run.</summary>
    public nint cctorMethodAddress;
}

/// <summary>Runs static constructors on first use, called by name.</summary>
internal static unsafe class ClassConstructorRunner
{
    private static object CheckStaticClassConstructionReturnGCStaticBase(
        StaticClassConstructionContext* context, object gcStaticBase)
    {
        ClassConstruction.Ensure(context);
        return gcStaticBase;
    }

    private static nint CheckStaticClassConstructionReturnNonGCStaticBase(
        StaticClassConstructionContext* context, nint nonGcStaticBase)
    {
        ClassConstruction.Ensure(context);
        return nonGcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnThreadStaticBase(
        TypeManagerSlot* pModuleData, int typeTlsIndex, StaticClassConstructionContext* context)
    {
        object threadStaticBase =
            ThreadStatics.GetThreadStaticBaseForType(pModuleData, typeTlsIndex);
        ClassConstruction.Ensure(context);
        return threadStaticBase;
    }

    public static void EnsureClassConstructorRun(StaticClassConstructionContext* context) =>
        ClassConstruction.Ensure(context);
}

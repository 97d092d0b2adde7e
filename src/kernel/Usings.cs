// SPDX-License-Identifier: MIT
global using System;
global using System.Numerics;
global using System.Runtime.CompilerServices;
global using System.Runtime.InteropServices;
global using Bulkhead.Abi;
global using Bulkhead.Abi.SystemImage;
global using Bulkhead.Kernel.Communication;
global using Bulkhead.Kernel.Health;
global using Bulkhead.Kernel.Memory;
global using Bulkhead.Kernel.Objects;
global using Bulkhead.Kernel.Processors;
global using Bulkhead.Kernel.Scheduling;
global using Bulkhead.Kernel.Seams;
global using Bulkhead.Kernel.Virtualization;
global using Bulkhead.Pools;
global using Interlocked = System.Threading.Interlocked;
global using Volatile = System.Threading.Volatile;

// SPDX-License-Identifier: MIT
global using System;
global using System.Runtime;
global using System.Runtime.CompilerServices;
global using Bulkhead.Abi;
global using Bulkhead.Asp.Arm64;
global using Bulkhead.Kernel;
global using Bulkhead.Kernel.Boot;
global using Bulkhead.Kernel.Communication;
global using Bulkhead.Kernel.Health;
global using Bulkhead.Kernel.Hypercalls;
global using Bulkhead.Kernel.Objects;
global using Bulkhead.Kernel.Scheduling;
global using Board = Bulkhead.Psp.QemuVirt.QemuVirt;

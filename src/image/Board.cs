// SPDX-License-Identifier: MIT
global using Board = Bulkhead.Psp.QemuVirt.QemuVirt;

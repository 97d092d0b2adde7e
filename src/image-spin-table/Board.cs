// SPDX-License-Identifier: MIT
global using Board = Bulkhead.Psp.QemuVirtSpinTable.QemuVirtSpinTable;

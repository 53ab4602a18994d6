// The words of lines that a file and the ERP may both hold.
export const twin = {
  twin: {
    title: 'Perhaps the same line twice',
    why: 'Same account, same amount, near days: typed in the ERP, and delivered by the file. Nothing is made until you have said.',
    none: 'No line left to compare.',
    file: (day: string, label: string) => `File, ${day}: ${label}`,
    erp: (day: string, label: string) => `ERP, ${day}: ${label}`,
    same: 'The same',
    other: 'Another',
    undo: 'Undo',
    done: (same: boolean) =>
      same ? 'The line of the ERP stays, that of the file is set aside.' : 'It will be made in the ERP.',
  },
};

// The words of lines that a file and the ERP may both hold.
export const twin = {
  twin: {
    title: 'Peut-être deux fois la même ligne',
    why: 'Même compte, même montant, dates proches : saisie dans l’ERP, et livrée par le fichier. Rien n’est créé tant que vous n’avez pas dit.',
    none: 'Plus aucune ligne à comparer.',
    file: (day: string, label: string) => `Fichier, ${day} : ${label}`,
    erp: (day: string, label: string) => `ERP, ${day} : ${label}`,
    same: 'La même',
    other: 'Une autre',
    undo: 'Annuler',
    done: (same: boolean) =>
      same ? 'Celle de l’ERP reste, celle du fichier est écartée.' : 'Elle sera créée dans l’ERP.',
  },
};

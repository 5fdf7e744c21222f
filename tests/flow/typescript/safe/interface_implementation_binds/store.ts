export interface NoteStore {
  titled(title: string): Promise<unknown[]>;
}

export interface ColumnStore {
  titled(column: string): Promise<unknown[]>;
}

//! The rows of models.
//!
//! A row is an entry of a model's lists: an alias, a type, a callable, an attribute, a method on an unknown receiver, a
//! parameter's conventional type, a conventional name of the library; and the placeholder of a driver. Which imports make a
//! file consult a model is not asked.

use std::cmp::Reverse;
use std::ops::Range;

use tripline_rules::check::Matcher;
use tripline_rules::model::Model;
use tripline_rules::{RuleSet, Rules};

use crate::programs::{FAMILIES, Program, Told, corpus, examples, map_parallel, rules};

#[test]
fn every_row_of_a_model_is_needed_by_a_program() {
    let rules = rules();
    let mut unneeded = Vec::new();
    for family in FAMILIES {
        unneeded.extend(Trial::of(&rules, family).unneeded());
    }
    unneeded.sort();
    assert!(
        unneeded.is_empty(),
        "{} rows that no program needs:\n{}",
        unneeded.len(),
        unneeded.join("\n")
    );
}

/// A list of a model's file.
#[derive(Clone, Copy, Debug)]
enum List {
    Aliases,
    Types,
    Callables,
    Attributes,
    Unresolved,
    ConventionalParameters,
    ConventionalNames,
    SqlPlaceholder,
}

impl List {
    const ALL: [List; 8] = [
        List::Aliases,
        List::Types,
        List::Callables,
        List::Attributes,
        List::Unresolved,
        List::ConventionalParameters,
        List::ConventionalNames,
        List::SqlPlaceholder,
    ];

    fn rows(self, model: &Model) -> Range<usize> {
        0..match self {
            List::Aliases => model.aliases.len(),
            List::Types => model.types.len(),
            List::Callables => model.callables.len(),
            List::Attributes => model.attributes.len(),
            List::Unresolved => model.unresolved.len(),
            List::ConventionalParameters => model.conventional_parameters.len(),
            List::ConventionalNames => model.conventional_names.len(),
            List::SqlPlaceholder => usize::from(model.sql_placeholder.is_some()),
        }
    }

    /// What people call the row.
    fn name(self, model: &Model, row: usize) -> &str {
        match self {
            List::Aliases => &model.aliases[row].name,
            List::Types => &model.types[row].name,
            List::Callables => &model.callables[row].name,
            List::Attributes => &model.attributes[row].name,
            List::Unresolved => &model.unresolved[row].method,
            List::ConventionalParameters => &model.conventional_parameters[row].name,
            List::ConventionalNames => &model.conventional_names[row],
            List::SqlPlaceholder => "sql_placeholder",
        }
    }

    fn remove(self, model: &mut Model, row: usize) {
        match self {
            List::Aliases => drop(model.aliases.remove(row)),
            List::Types => drop(model.types.remove(row)),
            List::Callables => drop(model.callables.remove(row)),
            List::Attributes => drop(model.attributes.remove(row)),
            List::Unresolved => drop(model.unresolved.remove(row)),
            List::ConventionalParameters => drop(model.conventional_parameters.remove(row)),
            List::ConventionalNames => drop(model.conventional_names.remove(row)),
            List::SqlPlaceholder => model.sql_placeholder = None,
        }
    }
}

/// A row: the model by its index, the list, the row by its index.
type Row = (usize, List, usize);

/// The programs of a family of languages, and the models that speak of them.
struct Trial {
    set: RuleSet,
    programs: Vec<Program>,
    told: Vec<Vec<Told>>,
}

impl Trial {
    fn of(rules: &RuleSet, family: &str) -> Trial {
        let mut set = rules.clone();
        set.models.retain(|file| file.language == family);
        for page in &mut set.checks {
            page.docs.clear();
            page.examples.clear();
            // Literals with telling names are found without any model.
            let is_modelled = |matcher: &Matcher| !matches!(matcher, Matcher::Secret(_));
            page.front.rules.retain(|rule| is_modelled(&rule.matcher));
        }
        let mut programs = corpus(family);
        programs.extend(examples(&rules.checks, family));
        let all = Rules::new(set.clone());
        let told = programs.iter().map(|program| program.told(&all)).collect();
        Trial {
            set,
            programs,
            told,
        }
    }

    /// The rows that no program needs, each as `file: list: name`.
    fn unneeded(&self) -> Vec<String> {
        let mut rows: Vec<Row> = Vec::new();
        for (index, file) in self.set.models.iter().enumerate() {
            for list in List::ALL {
                rows.extend(list.rows(&file.model).map(|row| (index, list, row)));
            }
        }
        let unneeded = map_parallel(&rows, |row| {
            (!self.is_needed(*row)).then(|| self.describe(*row))
        });
        unneeded.into_iter().flatten().collect()
    }

    fn is_needed(&self, (model, list, row): Row) -> bool {
        let words = self.words((model, list, row));
        let mut set = self.set.clone();
        list.remove(&mut set.models[model].model, row);
        let without = Rules::new(set);
        // Those that speak of the row's names come first: most rows are seen to be needed after a program or two.
        let mut programs: Vec<_> = self.programs.iter().zip(&self.told).collect();
        programs.sort_by_cached_key(|(program, _)| Reverse(program.mentions(&words)));
        programs
            .into_iter()
            .any(|(program, told)| program.told(&without) != *told)
    }

    /// The words of a row's name, and of its library's.
    fn words(&self, (model, list, row): Row) -> Vec<&str> {
        let model = &self.set.models[model].model;
        let names = model.imports.iter().map(String::as_str);
        names
            .chain([list.name(model, row)])
            .flat_map(|name| name.split(['.', '/', '{', '}', ',', '*']))
            .filter(|word| !word.is_empty())
            .collect()
    }

    fn describe(&self, (model, list, row): Row) -> String {
        let file = &self.set.models[model];
        let name = list.name(&file.model, row);
        format!("{}: {list:?}: {name}", file.path)
    }
}

"""What the operator of a script types, and what lies on the machine."""

import argparse
import csv
import getpass
import os
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("region")


def load(cursor):
    cursor.execute(f"DELETE FROM orders WHERE region = '{parser.parse_args().region}'")
    cursor.execute(f"DELETE FROM orders WHERE region = '{sys.argv[1]}'")
    cursor.execute(f"DELETE FROM orders WHERE region = '{os.environ['REGION']}'")
    cursor.execute(f"DELETE FROM orders WHERE region = '{os.getenv('REGION')}'")
    cursor.execute(f"DELETE FROM orders WHERE region = '{input('Region: ')}'")
    cursor.execute(f"INSERT INTO log (name) VALUES ('{getpass.getuser()}')")
    cursor.execute(f"INSERT INTO log (folder) VALUES ('{os.getcwd()}')")
    cursor.execute(f"INSERT INTO log (version) VALUES ('{subprocess.check_output(['git', 'describe'])}')")
    job = subprocess.run(["hostname"], capture_output=True, text=True)
    cursor.execute(f"INSERT INTO log (host) VALUES ('{job.stdout}')")
    with open("regions.csv") as regions:
        for row in csv.reader(regions):
            cursor.execute(f"INSERT INTO regions (name) VALUES ('{row[0]}')")
    with open("note.txt") as note:
        cursor.execute(f"INSERT INTO notes (text) VALUES ('{note.read()}')")
